import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readInputs } from '../../action/inputs.mts';
import { stateKeyPrefix, workflowPlace } from '../../action/state-key.mts';
import { parseAccountPattern } from '../../core/boost/account-pattern';
import { formatDuration, parseDuration } from '../../core/boost/duration';
import { InvalidOptionError } from '../../core/boost/invalid-option-error';
import { parseHashtags, parsePhrases } from '../../core/boost/option-lists';
import { OPTION_TABLE } from '../../core/boost/option-table';
import { parseOptions } from '../../core/boost/parse-options';
import { instanceAddress } from '../../core/mastodon/instance-address';
import { rawOptions } from '../../nodes/Mastodon/parameters/raw-options';
import { OWNER } from '../fakes/make-run.mts';
import { fuzzRuns } from './fuzz-runs.mts';
import { oddJson } from './odd-json.mts';
import { oddText } from './odd-text.mts';
import { outcome } from './outcome.mts';

const NAMES = Object.keys(OPTION_TABLE) as Array<keyof typeof OPTION_TABLE>;
const VALID = { instance: 'here.example', 'access-token': 'secret', hashtags: 'cats' };

const value = fc.oneof(
	{ weight: 3, arbitrary: oddText },
	{
		weight: 3,
		arbitrary: fc.constantFrom(
			'true',
			'false',
			'0',
			'7',
			'1000000',
			'90s',
			'7d',
			'366d',
			'367d',
			'any',
			'all',
			'en',
		),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom('@ada', 'there.example', '*.there.example', '@ada@there.example, a.b'),
	},
);

const raw = fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 6 });

describe('Options of any text', () => {
	it('are complete and in bounds, or one sentence says which is wrong', () => {
		let parsed = 0;
		fc.assert(
			fc.property(raw, (given) => {
				const before = JSON.stringify(given);
				try {
					const options = parseOptions({ ...VALID, ...given });
					parsed++;
					for (const [name, option] of Object.entries(options)) {
						if (typeof option === 'number')
							expect([name, option >= 0 && Number.isSafeInteger(option)]).toEqual([name, true]);
					}
					expect(new URL(options.instance.origin).host).toBe(options.instance.host);
				} catch (error) {
					if (!(error instanceof InvalidOptionError)) throw error;
					expect(NAMES).toContain(error.option);
					expect(error.message.length).toBeLessThan(700);
				}
				expect(JSON.stringify(given)).toBe(before);
			}),
			fuzzRuns(2_000),
		);
		expect(parsed).toBeGreaterThan(100);
	});

	it('are hashtags, phrases, accounts, durations and instances, or none', () => {
		fc.assert(
			fc.property(value, (text) => {
				const hashtags = outcome(() => parseHashtags('hashtags', text), InvalidOptionError) ?? [];
				for (const hashtag of hashtags) {
					expect(encodeURIComponent(hashtag)).not.toBe('');
					expect(parseHashtags('hashtags', hashtag)).toEqual([hashtag]);
				}
				outcome(() => parsePhrases('profile-matches', text), InvalidOptionError);
				const pattern = parseAccountPattern(text, 'here.example');
				if (pattern) expect(pattern.host).toBe(pattern.host.toLowerCase());
				const duration = parseDuration(text);
				if (duration !== undefined) expect(parseDuration(formatDuration(duration))).toBe(duration);
				const address = instanceAddress(text);
				if (address) expect(new URL(address.origin).origin.replace(/^https?:\/\//, '')).toBe(address.host);
			}),
			fuzzRuns(2_000),
		);
	});

	it('are texts when they come from a node, whatever an expression made of them', () => {
		const given = fc.dictionary(fc.constantFrom('hashtags', 'maxBoosts', 'onlyMedia', 'languages'), oddJson);
		fc.assert(
			fc.property(given, (parameters) => {
				const raw = outcome(() => rawOptions(parameters as never), InvalidOptionError) ?? {};
				for (const text of Object.values(raw)) expect(typeof text).toBe('string');
			}),
			fuzzRuns(1_000),
		);
	});

	it('are inputs and an environment that name a place for the state, or one sentence says why not', () => {
		const env = fc.dictionary(
			fc.constantFrom('GITHUB_REF', 'GITHUB_WORKFLOW', 'GITHUB_JOB', 'GITHUB_ACTION'),
			oddText,
		);
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom(...NAMES, 'cache-key', 'state-file'), oddText),
				env,
				(given, set) => {
					const getInput = (name: string) => given[name] ?? '';
					const inputs = outcome(
						() => readInputs({ getInput }, getInput('access-token')),
						InvalidOptionError,
					);
					if (!inputs) return;
					const prefix = stateKeyPrefix(inputs.cacheKey, OWNER, workflowPlace(set));
					expect(prefix).toMatch(/^mastodon-hashtag-boost-v1-[\w.-]{1,240}-$/);
				},
			),
			fuzzRuns(1_000),
		);
	});
});
