import { describe, expect, it } from '@jest/globals';
import type { Progress } from '../../../core/boost/progress';
import { supervise } from '../../../core/boost/supervise';
import { TokenRefusedError } from '../../../core/mastodon/api-errors';
import { FakeClock } from '../../fakes/fake-clock.mts';
import { makeOptions } from '../../fakes/make-run.mts';
import { MemoryStore } from '../../fakes/memory-store.mts';
import { RecordingLog } from '../../fakes/recording-log.mts';
import { ScriptedHttp } from '../../fakes/scripted-http.mts';

function supervised(work: (progress: Progress) => void) {
	const log = new RecordingLog();
	const host = {
		http: new ScriptedHttp(),
		clock: new FakeClock(),
		store: new MemoryStore(),
		log,
		random: () => 0.5,
		onDecision: () => undefined,
	};
	return { log, report: supervise(makeOptions(), host, async (progress) => work(progress)) };
}
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Warning ${index + 1}.`);

describe('supervise', () => {
	it('warns of the same thing once', async () => {
		const { log, report } = supervised(({ warnings }) => warnings.push('Mind.', 'Step.', 'Mind.'));
		await expect(report).resolves.toMatchObject({ warnings: ['Mind.', 'Step.'] });
		expect(log.warnings).toEqual(['Mind.', 'Step.']);
	});

	it('gives twenty warnings, and the number of the others', async () => {
		const full = supervised(({ warnings }) => warnings.push(...numbered(20)));
		await expect(full.report).resolves.toMatchObject({ warnings: numbered(20) });
		const { log, report } = supervised(({ warnings }) => warnings.push(...numbered(23)));
		const told = [...numbered(20), 'And 3 more warnings.'];
		await expect(report).resolves.toMatchObject({ warnings: told });
		expect(log.warnings).toEqual(told);
	});

	it('reports a failure of its own kind, with the warnings before it', async () => {
		const failure = new TokenRefusedError('here.example', 'invalid');
		const { report } = supervised(({ warnings }) => {
			warnings.push('Mind.');
			throw failure;
		});
		await expect(report).resolves.toMatchObject({ failure, warnings: ['Mind.'], state: 'unavailable' });
	});

	it('throws a mistake of our own on', async () => {
		const mistake = new TypeError('oops');
		const { report } = supervised(() => {
			throw mistake;
		});
		await expect(report).rejects.toBe(mistake);
	});
});
