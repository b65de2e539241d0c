import { patientHttp } from '../http/patient-http';
import { withoutToken } from '../http/without-token';
import { oneLine } from '../mastodon/answer';
import { MastodonClient } from '../mastodon/client';
import { detectServer } from '../mastodon/detect-server';
import { fullHandle } from '../mastodon/full-handle';
import { normalHashtag } from '../mastodon/hashtag';
import { capabilitiesOf, UNKNOWN_SERVER } from '../mastodon/server';
import type { Http } from '../ports/http';
import type { StateStore } from '../ports/state-store';
import { cleanLog } from './clean-log';
import { loadState } from './load-state';
import type { Options } from './options';
import { OwnBoosts } from './own-boosts';
import type { Progress } from './progress';
import type { RunContext } from './run-context';
import type { RunHost } from './run-host';
import { clockOffset, serverClock } from './server-clock';
import type { BoostState } from './state';
import { waitingIn } from './state';
import { encodeState } from './state-codec';
import { untouchedStore } from './untouched-store';

/** How long the server's software is remembered, in milliseconds. */
const SERVER_AGE = 86_400_000;

/** What every run begins with: whose token it is, the state, the server's software and time. */
export async function prepareRun(
	options: Options,
	host: RunHost,
	progress: Progress,
	purpose: RunContext['purpose'],
): Promise<RunContext> {
	const { random } = host;
	const store = options.dryRun ? untouchedStore(host.store) : host.store;
	const log = cleanLog(host.log);
	let offset = 0;
	const clock = serverClock(host.clock, () => offset);
	const { limits, tally, warnings } = progress;
	const { maxWait, onRateLimit: mode } = options;
	const clean = withoutToken(host.http, options.accessToken);
	const http = patientHttp(clean, { clock, log, random, maxWait, mode, limits });
	const client = new MastodonClient(http, options.instance.host, (problem) =>
		warnings.push(`An entry was left out: ${oneLine(problem)}.`),
	);

	const { account: me, serverTime } = await client.verifyCredentials();
	progress.account = fullHandle(me.acct, options.instance.host);
	offset = clockOffset(serverTime, host.clock.now());
	if (offset !== 0) {
		const way = offset > 0 ? 'behind' : 'ahead of';
		const seconds = Math.abs(Math.round(offset / 1000));
		warnings.push(`This machine's clock is ${seconds} s ${way} the server's; the server's is used.`);
	}

	const owner = { instance: options.instance.host, accountId: me.id, query: queryOf(options) };
	const made = { salt: saltOf(random), now: clock.now() };
	const loaded = await loadState(store, owner, made, log);
	const { state } = loaded;
	progress.origin = loaded.origin === 'lost' ? 'recovered' : loaded.origin;
	progress.waiting = waitingIn(state);
	await learnServer(http, state, clock.now());
	progress.server = state.server ?? UNKNOWN_SERVER;

	return {
		options,
		purpose,
		me,
		client,
		server: capabilitiesOf(progress.server),
		clock,
		log,
		state,
		ownBoosts: new OwnBoosts(client, me.id),
		tally,
		fresh: new Map(),
		shown: new Set(),
		counted: new Set(),
		startedAt: Math.min(clock.now(), host.clock.now()),
		latestNow: Math.max(clock.now(), host.clock.now()),
		oldest: () => Math.min(clock.now(), host.clock.now()) - options.maxAge,
		isRecovering: clock.now() - state.madeAt < options.maxAge,
		warnings,
		save: saverOf(store, state, loaded.text),
	};
}

/** Hashtags and `match`, in an order that does not depend on how they were written. */
function queryOf({ hashtags, match }: Options): string {
	return `${match}:${hashtags.map(normalHashtag).sort().join(',')}`;
}

/** Asks for the server's software when that was not known, or not lately. */
async function learnServer(http: Http, state: BoostState, now: number): Promise<void> {
	const { server } = state;
	if (server && now - server.checkedAt < SERVER_AGE && server.checkedAt <= now) return;
	const detected = await detectServer(http, state.owner.instance);
	if (!detected) return;
	const isSame = server?.software === detected.software && server.version === detected.version;
	state.server = { ...detected, checkedAt: now, packs: isSame ? server.packs : undefined };
}

/** Stores the state where it differs from what is stored. */
function saverOf(store: StateStore, state: BoostState, stored: string | undefined): () => Promise<void> {
	let last = stored;
	return async () => {
		const text = encodeState(state);
		if (text === last) return;
		await store.save(text);
		last = text;
	};
}

function saltOf(random: () => number): string {
	return Array.from({ length: 16 }, () => Math.floor(random() * 36).toString(36)).join('');
}
