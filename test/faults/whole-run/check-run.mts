import { decodeState, encodeState } from '../../../core/boost/state-codec';
import { roomLeft } from '../../../core/boost/queue';
import { capabilitiesOf } from '../../../core/mastodon/server';
import type { PostReport, Reason } from '../../../core/index';
import type { Post } from '../../sandbox/post.mts';
import type { Model } from './model.mts';
import type { Performance } from './perform.mts';
import type { Server } from './server.mts';

const DAY = 86_400_000;
/** Characters of a state: all its bounded parts together, `first-post-only` apart. */
const LARGEST_STATE = 100_000;
const TRIES = 3;

export interface Circumstances {
	readonly server: Server;
	readonly model: Model;
	/** Boosts that were there before the run. */
	readonly boostsBefore: number;
	/** Posts that were eligible at some time of the run. */
	readonly eligible: ReadonlySet<Post>;
	/** Posts that were eligible at some time of the history. */
	readonly everEligible: ReadonlySet<Post>;
	/** Boosts that no state remembers. */
	readonly forgotten: ReadonlySet<object>;
	/** Requests for a boost that met trouble, by post. */
	readonly failures: ReadonlyMap<string, number>;
	readonly storedBefore: string | undefined;
	readonly isQuiet: boolean;
	readonly now: number;
}

/** Throws what a run did that it may not do, or said that is not so. */
export function checkRun(performance: Performance, circumstances: Circumstances): void {
	checkBoosts(performance, circumstances);
	checkState(performance, circumstances);
	checkReport(performance, circumstances);
	for (const decision of performance.decisions) checkDecision(decision, circumstances);
}

function insist(condition: boolean, problem: () => string): void {
	if (!condition) throw new Error(problem());
}

function checkBoosts({ run }: Performance, circumstances: Circumstances): void {
	const { server, model, boostsBefore, eligible, forgotten } = circumstances;
	const { options } = model;
	const all = server.world.store.boosts;
	const made = all.slice(boostsBefore).filter((boost) => !server.byHand.has(boost));
	insist(!run.dry || made.length === 0, () => 'a dry run boosted');
	insist(made.length <= options.maxBoosts, () => `${made.length} boosts, max-boosts ${options.maxBoosts}`);
	for (const boost of made) {
		const post = server.byUri.get(boost.uri);
		insist(post !== undefined && eligible.has(post), () => `boosted ${boost.uri}, which is not eligible`);
		insist(all.filter(({ uri }) => uri === boost.uri).length === 1, () => `boosted ${boost.uri} twice`);
		const wanted = server.world.profile.reblog.visibility === 'honoured' ? options.visibility : 'public';
		insist(boost.visibility === wanted, () => `boosted as ${boost.visibility}`);
		insist(
			boost.at - post!.createdAt <= options.maxAge + 60_000,
			() => `boosted ${boost.uri}, which is too old`,
		);
		if (options.maxBoostsPerAuthor === 0) continue;
		const sameDay = all.filter(
			(other) =>
				other.at > boost.at - DAY &&
				other.at <= boost.at &&
				!server.byHand.has(other) &&
				!forgotten.has(other) &&
				server.byUri.get(other.uri)?.account === post!.account,
		);
		insist(
			sameDay.length <= options.maxBoostsPerAuthor,
			() => `boosted ${post!.account.acct} ${sameDay.length} times in a day`,
		);
	}
}

function checkState({ run, stored, report }: Performance, circumstances: Circumstances): void {
	const { server, storedBefore } = circumstances;
	if (run.dry || !run.isStateThere) insist(stored === storedBefore, () => 'the state was changed');
	if (stored === undefined) return;
	insist(stored.length < LARGEST_STATE, () => `the state has ${stored.length} characters`);
	const owner = { instance: server.world.host, accountId: server.booster.id, query: '' };
	const state = decodeState(stored, owner);
	const { query } = (JSON.parse(stored) as { owner: { query: string } }).owner;
	const again = encodeState(decodeState(stored, { ...owner, query }));
	insist(again === stored, () => 'the state is another one when it is read and written');
	insist(state.gaps.length <= 20, () => `${state.gaps.length} gaps`);
	insist(state.held.length <= 440, () => `${state.held.length} posts are held`);
	insist(roomLeft(state.queue) > -60_000, () => `the queue has ${state.queue.length} posts`);
	if (report?.state !== 'restored' || run.dry) return;
	const { 'try-again': failed = 0, 'outcome-unknown': unknown = 0 } = report.reasons;
	const waiting = state.queue.length + state.held.length - failed - unknown;
	insist(report.waiting === waiting, () => `${report.waiting} wait, it says, and ${waiting} do`);
}

function checkReport({ run, report, decisions, requests }: Performance, circumstances: Circumstances): void {
	const { server, boostsBefore, isQuiet, model } = circumstances;
	const posts = requests.filter(({ method }) => method === 'POST');
	insist(!run.dry || posts.length === 0, () => 'a dry run asked for a boost');
	const software = server.world.profile.software;
	const { boostsOnce } = capabilitiesOf({ software: software.name.toLowerCase(), version: software.version });
	const asked = posts.filter(({ status }) => status !== undefined && status < 300).map(({ path }) => path);
	insist(boostsOnce || new Set(asked).size === asked.length, () => 'asked for one boost twice in a run');
	if (!report) return;
	const by = (decision: string) => decisions.filter((post) => post.decision === decision);
	for (const decision of ['boosted', 'queued', 'skipped', 'failed'] as const) {
		insist(report.counts[decision] === by(decision).length, () => `wrong count of ${decision}`);
	}
	insist(report.counts.seen === decisions.length, () => 'wrong count of posts seen');
	const met = new Set<string>();
	for (const { uri, reason } of decisions) {
		insist(!met.has(uri), () => `${uri} is reported twice in one run: ${reason}`);
		met.add(uri);
	}
	const made = server.world.store.boosts
		.slice(boostsBefore)
		.filter((boost) => !server.byHand.has(boost))
		.map(({ uri }) => uri);
	const told = by('boosted').filter(({ reason }) => reason === 'boosted');
	for (const { uri } of told) insist(made.includes(uri), () => `${uri} was not boosted, as it says`);
	if (!isQuiet) return;
	insist(report.failure === undefined, () => `failed: ${report.failure!.message}`);
	insist(by('failed').length === 0, () => `a boost failed without trouble`);
	insist(made.length === told.length, () => `${made.length} boosts, ${told.length} told`);
	const { options } = model;
	if (options.hashtags.length > 1 || options.maxBoostsPerAuthor > 0) return;
	const times = told.map(({ createdAt }) => Math.floor(Date.parse(createdAt) / 1000));
	insist(
		times.every((time, index) => index === 0 || times[index - 1]! <= time),
		() => `not the oldest first`,
	);
}

/** What a report may say of a post that could be boosted. */
const EXCUSES: Partial<Record<Reason, (post: Post, circumstances: Circumstances) => boolean>> = {
	'already-boosted': (post, { server }) => server.world.store.boosts.some(({ uri }) => uri === post.uri),
	'too-old': (post, { now, model }) => now - post.createdAt >= model.options.maxAge - 60_000,
	expired: (post, { now, model }) => now - post.createdAt >= model.options.maxAge - 60_000,
	gone: (post, { server }) => !server.isThere(post),
	'queue-full': ({ account }, { server, model }) =>
		model.options.maxBoostsPerAuthor > 0 &&
		server.posts.filter((other) => other.account === account).length > model.options.maxBoostsPerAuthor,
	'tries-used-up': ({ id }, { failures }) => (failures.get(id) ?? 0) >= TRIES,
};

function checkDecision({ uri, decision, reason }: PostReport, circumstances: Circumstances): void {
	const { server, model, eligible, everEligible } = circumstances;
	const post = server.byUri.get(uri);
	insist(post !== undefined, () => `reported ${uri}, which was never there`);
	if (decision === 'queued') {
		insist(everEligible.has(post!), () => `${uri} was never eligible, and waits as ${reason}`);
	}
	if (reason === 'boosted') insist(eligible.has(post!), () => `${uri} is not eligible, and ${reason}`);
	if (decision === 'boosted' || decision === 'queued') return;
	// What became ineligible during the run may be judged by either.
	if (!eligible.has(post!) || !model.isEligible(post!)) return;
	if (reason === 'try-again' || reason === 'outcome-unknown') return;
	insist(EXCUSES[reason]?.(post!, circumstances) === true, () => `${uri} was left alone: ${reason}`);
	if (reason === 'queue-full') model.excuse(post!, 'surplus of one author in a full queue');
	if (reason === 'tries-used-up') model.excuse(post!, 'failed three times');
}
