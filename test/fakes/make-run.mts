import { OwnBoosts } from '../../core/boost/own-boosts';
import { parseOptions } from '../../core/boost/parse-options';
import type { Options } from '../../core/boost/options';
import type { PostReport } from '../../core/boost/report';
import type { RunContext } from '../../core/boost/run-context';
import type { BoostState } from '../../core/boost/state';
import { newState } from '../../core/boost/state';
import { Tally } from '../../core/boost/tally';
import type { MastodonClient } from '../../core/mastodon/client';
import type { Capabilities } from '../../core/mastodon/server';
import { capabilitiesOf } from '../../core/mastodon/server';
import { FakeClock } from './fake-clock.mts';
import { makeAccount } from './make-status.mts';
import { RecordingLog } from './recording-log.mts';

export const OWNER = { instance: 'here.example', accountId: '1', query: 'any:cats' };

/** Options of a run for #cats, with the defaults of the Action. */
export function makeOptions(changes: Partial<Options> = {}): Options {
	const defaults = parseOptions({ instance: 'here.example', 'access-token': 'secret', hashtags: 'cats' });
	return { ...defaults, ...changes };
}

export interface FakeRun extends RunContext {
	readonly clock: FakeClock;
	readonly log: RecordingLog;
	/** Every decision, as `uri reason`. */
	readonly decisions: readonly PostReport[];
	/** What the queue held, `unsure` or not, each time that the state was saved. */
	readonly saves: ReadonlyArray<ReadonlyArray<readonly [id: string, unsure: boolean]>>;
}

/** What the steps of a run share, on fakes; `software` as nodeinfo names it. */
export function makeRun(
	client: MastodonClient,
	{
		options = {},
		software = 'mastodon',
		server = {},
		clock = new FakeClock(),
		state = newState(OWNER, 'salt', clock.now()),
		purpose = 'boost',
		isRecovering = false,
		startedAt = clock.now(),
		latestNow = clock.now(),
	}: {
		readonly options?: Partial<Options>;
		readonly software?: string;
		readonly server?: Partial<Capabilities>;
		readonly clock?: FakeClock;
		readonly state?: BoostState;
	} & Partial<Pick<RunContext, 'purpose' | 'isRecovering' | 'startedAt' | 'latestNow'>> = {},
): FakeRun {
	const decisions: PostReport[] = [];
	const saves: Array<Array<readonly [string, boolean]>> = [];
	const me = makeAccount({ id: '1', acct: 'me' });
	return {
		options: makeOptions(options),
		purpose,
		me,
		client,
		server: { ...capabilitiesOf({ software, version: '4.5.0' }), ...server },
		clock,
		log: new RecordingLog(),
		state,
		ownBoosts: new OwnBoosts(client, me.id),
		tally: new Tally((post) => decisions.push(post)),
		shown: new Set(),
		counted: new Set(),
		fresh: new Map(),
		startedAt,
		latestNow,
		oldest: () => clock.now() - (options.maxAge ?? makeOptions().maxAge),
		isRecovering,
		warnings: [],
		decisions,
		saves,
		save: async () => {
			saves.push(state.queue.map(({ id, unsure }) => [id, unsure] as const));
		},
	};
}
