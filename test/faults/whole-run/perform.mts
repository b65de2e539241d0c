import type { Clock, Options, PostReport, RunReport } from '../../../core/index';
import { boostNewPosts } from '../../../core/index';
import type { FakeClock } from '../../fakes/fake-clock.mts';
import { RecordingLog } from '../../fakes/recording-log.mts';
import type { MadeRequest } from './in-process-http.mts';
import { InProcessHttp } from './in-process-http.mts';
import { MortalStore } from './mortal-store.mts';
import type { Server } from './server.mts';
import type { Deed, Run } from './step.mts';

/** What is there when a run begins. */
export interface Stage {
	readonly server: Server;
	readonly clock: FakeClock;
	readonly options: Options;
	/** Milliseconds by which the clock of the machine differs from the server's. */
	readonly skew: number;
	readonly random: () => number;
	readonly stored: string | undefined;
	readonly onDeed: (deed: Deed) => void;
	/** Called when it begins to read timelines, in milliseconds by the server's clock. */
	readonly onReading: (time: number) => void;
}

/** What a run did. */
export interface Performance {
	readonly run: Run;
	/** Undefined when it was killed. */
	readonly report: RunReport | undefined;
	readonly decisions: readonly PostReport[];
	readonly requests: readonly MadeRequest[];
	/** When it began to read timelines, by the server's clock; undefined when it never did. */
	readonly readingSince: number | undefined;
	readonly stored: string | undefined;
	readonly log: RecordingLog;
}

const READING = /^\/api\/v1\/(?:timelines\/|accounts\/[^/]+\/statuses)/;

/** One run, wired as action/main.mts does it, on a server without a wire and a disk in memory. */
export async function perform(stage: Stage, run: Run): Promise<Performance> {
	const { server, clock, options, skew, random, stored, onDeed, onReading } = stage;
	const { strikes, kill, meanwhile, isStateThere } = run;
	const decisions: PostReport[] = [];
	const log = new RecordingLog();
	let readingSince: number | undefined;
	let die = (): void => undefined;
	const death = new Promise<undefined>((resolve) => (die = () => resolve(undefined)));
	const deathOf = (place: 'request' | 'save') => (number: number) => {
		if (kill?.at !== place || kill.number !== number) return undefined;
		return kill.isDone ? 'after' : 'before';
	};
	const http: InProcessHttp = new InProcessHttp(server.world, server.token, clock, {
		before(number) {
			if (readingSince === undefined && READING.test(http.made[number]!.path)) {
				readingSince = clock.now();
				onReading(readingSince);
			}
			for (const { at, deed } of meanwhile) if (at === number) onDeed(deed);
		},
		troubleAt: (number) => strikes.find(({ at, times }) => number >= at && number < at + times)?.trouble,
		deathAt: deathOf('request'),
		die,
	});
	const store = new MortalStore(stored, { deathAt: deathOf('save'), die, isThere: isStateThere });
	const machine: Clock = { now: () => clock.now() + skew, sleep: (time) => clock.sleep(time) };
	const report = await Promise.race([
		boostNewPosts(options, {
			http,
			clock: machine,
			store,
			log,
			random,
			onDecision: (post) => decisions.push(post),
		}),
		death,
	]);
	return { run, report, decisions, requests: http.made, readingSince, stored: store.text, log };
}
