import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accountFrom } from '../../core/mastodon/account';
import { WrongShapeError } from '../../core/mastodon/shape';
import { statusFrom, statusPage } from '../../core/mastodon/status';
import { fullAccount, fullBoost, fullStatus } from './examples.mts';
import { expectSaneAccount, expectSaneStatus } from './expect-sane.mts';
import { fuzzRuns } from './fuzz-runs.mts';
import { mutated } from './mutated.mts';
import { jsonText, oddJson } from './odd-json.mts';
import { outcome } from './outcome.mts';

describe('Entities of any shape', () => {
	it('are accounts, or of a wrong shape', () => {
		fc.assert(
			fc.property(fc.oneof(oddJson, mutated(fullAccount)), (value) => {
				const account = outcome(() => accountFrom(JSON.parse(jsonText(value)), 'it'), WrongShapeError);
				if (account) expectSaneAccount(account);
			}),
			fuzzRuns(1_500),
		);
	});

	it('are statuses, or of a wrong shape', () => {
		let read = 0;
		fc.assert(
			fc.property(fc.oneof(oddJson, mutated(fullStatus), mutated(fullBoost)), (value) => {
				const status = outcome(() => statusFrom(JSON.parse(jsonText(value)), 'it'), WrongShapeError);
				if (!status) return;
				read++;
				expectSaneStatus(status);
			}),
			fuzzRuns(3_000),
		);
		expect(read).toBeGreaterThan(200);
	});

	it('are pages of which an odd entry spoils no other', () => {
		const page = fc.array(fc.oneof(oddJson, mutated(fullStatus), fc.constant(fullStatus)), { maxLength: 6 });
		fc.assert(
			fc.property(fc.oneof(page, mutated([fullStatus, fullStatus])), (value) => {
				const found = outcome(() => statusPage(JSON.parse(jsonText(value))), WrongShapeError);
				if (!found) return;
				found.statuses.forEach(expectSaneStatus);
				expect(found.statuses.length + found.problems.length).toBe(found.size);
				if (Array.isArray(value))
					expect(found.statuses.length).toBeGreaterThanOrEqual(
						value.filter((entry) => entry === fullStatus).length,
					);
			}),
			fuzzRuns(1_000),
		);
	});

	it('are no statuses where a boost is of a boost without end', () => {
		for (const depth of [100, 10_000, 60_000]) {
			const text = jsonText({ ...(fullBoost as object), reblog: '@' }).split('"@"');
			const deep = JSON.parse(text[0]!.repeat(depth) + 'null' + text[1]!.repeat(depth)) as unknown;
			expect(() => statusFrom(deep, 'it')).toThrow(WrongShapeError);
			expect(statusPage([fullStatus, deep])).toMatchObject({ size: 2, problems: [expect.any(String)] });
		}
	});

	it('change no prototype', () => {
		const names = Object.getOwnPropertyNames(Object.prototype);
		fc.assert(
			fc.property(mutated(fullStatus), (value) => {
				outcome(() => statusPage([JSON.parse(jsonText(value))]), WrongShapeError);
				expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names);
			}),
			fuzzRuns(200),
		);
	});
});
