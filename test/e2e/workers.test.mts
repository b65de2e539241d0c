import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeState } from '../../core/boost/state-codec.ts';
import type { StateOwner } from '../../core/ports/state-store.ts';
import { gotosocial, mastodon } from '../sandbox/profiles.mts';
import { CalledBoosting } from './called-boosting.mts';
import { startN8nCluster, type N8nCluster } from './n8n-cluster.mts';
import type { N8nProcess } from './n8n-process.mts';

const WORKERS = 2;
/** Executions that one worker runs at the same time. */
const EACH = 2;
const AT_ONCE = WORKERS * EACH;

/** n8n's queue mode; each scenario goes on where the one before has ended. */
describe('one workflow on two workers', () => {
	let cluster: N8nCluster;
	let boosting: CalledBoosting;

	beforeAll(async () => {
		cluster = await startN8nCluster(WORKERS, EACH);
	});

	afterAll(async () => {
		await (cluster as N8nCluster | undefined)?.close();
	});

	describe.each([
		{ server: 'Mastodon', path: 'on-mastodon', profile: mastodon },
		{ server: 'GoToSocial', path: 'on-gotosocial', profile: gotosocial },
	])('at the same time, with $server', ({ path, profile }) => {
		beforeAll(async () => {
			boosting = await CalledBoosting.open(cluster.main, path, profile);
		});

		afterAll(async () => {
			await boosting.sandbox.close();
		});

		it('boosts everything, although all executions begin with the same state', async () => {
			boosting.write(6);
			const before = cluster.workers.map(executionsOf);
			holdUntilBothAsk();
			await boosting.call(AT_ONCE);

			expect(new Set(await boosting.ended())).toEqual(new Set(['success']));
			const took = cluster.workers.map((worker, index) => executionsOf(worker) - before[index]!);
			expect(took).toEqual([EACH, EACH]);
			expect(new Set(boosting.boosted)).toEqual(new Set(boosting.written));
			// GoToSocial may be asked for one boost by two that have looked at the same moment.
			if (profile === mastodon) expect(boosting.boosted).toHaveLength(boosting.written.length);
		});

		it('leaves a state behind that can be used', async () => {
			const texts = await boosting.stored();

			expect(texts).toHaveLength(1);
			const { owner } = JSON.parse(texts[0]!) as { owner: StateOwner };
			expect(decodeState(texts[0]!, owner).queue).toEqual([]);
		});

		it('then boosts what is new, once, and nothing again', async () => {
			const before = boosting.boosted;
			const news = boosting.write(2);
			await boosting.call(1);
			await boosting.ended();

			expect(boosting.boosted).toEqual([...before, ...news]);
		});
	});

	describe('of which one is killed in the middle of an execution', () => {
		beforeAll(async () => {
			// Of this server, two requests make two boosts.
			boosting = await CalledBoosting.open(cluster.main, 'killed', gotosocial);
		});

		afterAll(async () => {
			await boosting.sandbox.close();
		});

		it('leaves its execution as failed, and its boosts unknown to n8n', async () => {
			boosting.write(4);
			const stored = await boosting.stored();
			const before = cluster.workers.map(executionsOf);
			let boosts = 0;
			boosting.sandbox.faults.when(async (request, boundary) => {
				if (boundary !== 'worked' || !request.path.endsWith('/reblog') || ++boosts !== 2) return;
				await cluster.workers.find((worker, index) => executionsOf(worker) > before[index]!)?.kill();
			});
			await boosting.call(1);

			expect(await boosting.ended()).toEqual(['success', expect.stringMatching(/^(crashed|error)$/)]);
			expect(await boosting.stored()).toEqual(stored);
			expect(boosting.boosted).toEqual(boosting.written.slice(0, 3));
		});

		it('boosts the rest on the other one, and nothing twice', async () => {
			await boosting.call(1);
			await boosting.ended();

			expect(boosting.boosted).toEqual(boosting.written);
		});
	});

	/** Each asks first whose token it has, one at a time in each worker: the first of each wait for each other. */
	function holdUntilBothAsk(): void {
		let started = 0;
		const last = Promise.withResolvers<undefined>();
		const stop = boosting.sandbox.faults.when(async (request, boundary) => {
			if (boundary !== 'received' || !request.path.endsWith('/verify_credentials')) return;
			if (++started === WORKERS) {
				stop();
				last.resolve(undefined);
			}
			await last.promise;
		});
	}

	function executionsOf({ log }: N8nProcess): number {
		return log.split('Worker started execution').length - 1;
	}
});
