import { asPartialFailure } from './read-pages';
import type { RunContext } from './run-context';

/**
 * Finds out, once for each version of the server, whether it really honours several hashtags in a request: with
 * one that ignores them, all but the first would be lost without a word. A server that leaves out the posts of
 * a hashtag when asked for `none[]` of it heeds `any[]` as well; those that ignore one ignore both.
 */
export async function provePacking(run: RunContext): Promise<void> {
	const { server, state, client, options, shown } = run;
	const [hashtag] = shown;
	const isNeeded = server.packing !== 'none' && options.hashtags.length > 1 && options.match === 'any';
	if (!isNeeded || !state.server || state.server.packs !== undefined || hashtag === undefined) return;
	try {
		state.server = { ...state.server, packs: !(await client.showsExcluded(hashtag)) };
	} catch (error) {
		// The hashtags are asked for one by one until this succeeds.
		run.log.debug(asPartialFailure(error).message);
	}
}
