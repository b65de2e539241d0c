import type { History } from './history.mts';
import { QUIET_RUN } from './step.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Runs after which there has to be rest. */
const MOST_RUNS = 150;

/** Quiet runs until nothing is left to do. Throws what was not boosted by then, and where there is no rest. */
export async function bringToRest(history: History): Promise<void> {
	const { clock, server, model } = history;
	clock.advance(15 * MINUTE);
	history.calm();
	for (let idle = 0, runs = 0; idle < 2; runs++) {
		if (runs > MOST_RUNS) throw new Error('It does not come to rest');
		const { report } = await history.run(QUIET_RUN);
		const { counts, unread, rateLimited, waiting } = report!;
		const isHeldUp = counts.boosted === 0 && rateLimited === undefined && waiting + unread.length > 0;
		// Authors have to wait for a day, and posts that are too young for hours.
		clock.advance(isHeldUp ? 12 * HOUR + MINUTE : 15 * MINUTE);
		if (counts.boosted === 0 && rateLimited === undefined && !isHeldUp) idle++;
	}
	const missed = model.missed().filter(({ createdAt }) => clock.now() - createdAt < model.options.maxAge);
	if (missed.length > 0) {
		throw new Error(`Never boosted: ${missed.map((post) => server.describe(post)).join(', ')}`);
	}
	await checkIdleRun(history);
}

/** Where nothing happens, a run asks who it is and looks at each timeline once. */
async function checkIdleRun(history: History): Promise<void> {
	const { clock, server, model } = history;
	clock.advance(30 * HOUR);
	await history.run(QUIET_RUN);
	clock.advance(HOUR);
	const { requests } = await history.run(QUIET_RUN);
	const ownPages = Math.ceil(server.world.store.boosts.length / 40) + 1;
	const most = 1 + model.options.hashtags.length + ownPages;
	if (requests.length > most) throw new Error(`An idle run makes ${requests.length} requests, not ${most}`);
}
