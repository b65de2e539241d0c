import { describe, expect, it } from '@jest/globals';
import { tidyQueue } from '../../../core/boost/boost-queue';
import { roomLeft } from '../../../core/boost/queue';
import { entryOf } from '../../../core/boost/run-context';
import { NOON } from '../../fakes/fake-clock.mts';
import type { FakeRun } from '../../fakes/make-run.mts';
import { makeRun } from '../../fakes/make-run.mts';
import { makeAccount, makeStatus } from '../../fakes/make-status.mts';

const HOUR = 3_600_000;

/** A run without a server, for what is decided on paper. */
const runWith = (options: Parameters<typeof makeRun>[1] = {}) => makeRun({} as never, options);

function add({ state }: FakeRun, id: number, acct: string, createdAt = NOON - HOUR + id): void {
	const uri = `https://remote.example/${'x'.repeat(400)}/${id}`;
	const status = makeStatus({ id: String(id), uri, createdAt, account: makeAccount({ acct }) });
	state.queue.push({ ...entryOf(status, ['cats']), createdAt });
}
const told = ({ decisions }: FakeRun) => decisions.map(({ id, reason }) => `${id} ${reason}`);

describe('tidyQueue', () => {
	it('takes out what waited until it was older than max-age', () => {
		const run = runWith({ options: { maxAge: 2 * HOUR } });
		add(run, 1, 'ada', NOON - 2 * HOUR - 1);
		add(run, 2, 'ada', NOON - 2 * HOUR);
		tidyQueue(run);
		expect(told(run)).toEqual(['1 expired']);
		expect(run.state.queue.map(({ id }) => id)).toEqual(['2']);
	});

	it('takes out of a full queue the youngest posts of who has the most', () => {
		const run = runWith();
		for (let id = 0; id < 60; id++) add(run, id, 'flood');
		for (let id = 100; id < 110; id++) add(run, id, `author${id}`);
		tidyQueue(run);
		expect(roomLeft(run.state.queue)).toBeGreaterThan(0);
		expect(told(run)[0]).toBe('59 queue-full');
		expect(new Set(run.decisions.map(({ account }) => account))).toEqual(new Set(['flood@here.example']));
	});

	it('remembers what it took out, because a timeline may still show it', () => {
		const run = runWith({ options: { maxAge: 2 * HOUR } });
		add(run, 1, 'ada', NOON - 3 * HOUR);
		const [{ uri } = { uri: '' }] = run.state.queue;
		tidyQueue(run);
		run.state.seen.prune(NOON - HOUR);
		expect(run.state.seen.has(uri)).toBe(true);
	});

	it('takes nothing out of a queue that has room', () => {
		const run = runWith();
		for (let id = 0; id < 10; id++) add(run, id, 'flood');
		tidyQueue(run);
		expect(run.state.queue).toHaveLength(10);
	});

	it("takes nothing out of a queue that is full of everybody's posts", () => {
		const run = runWith();
		for (let id = 0; id < 80; id++) add(run, id, `author${id}`);
		tidyQueue(run);
		expect(run.state.queue).toHaveLength(80);
	});

	it('takes nothing out where authors have no limit', () => {
		const run = runWith({ options: { maxBoostsPerAuthor: 0 } });
		for (let id = 0; id < 80; id++) add(run, id, 'flood');
		tidyQueue(run);
		expect(run.state.queue).toHaveLength(80);
	});
});
