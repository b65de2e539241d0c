import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { requestFailure } from '../../nodes/Mastodon/adapters/request-failure';
import { accountId } from '../../nodes/Mastodon/parameters/account-id';
import { hashtagName } from '../../nodes/Mastodon/parameters/hashtag-name';
import { locatorFrom } from '../../nodes/Mastodon/parameters/locator';
import { ParameterError } from '../../nodes/Mastodon/parameters/parameter-error';
import { postId } from '../../nodes/Mastodon/parameters/post-id';
import { scheduledTime } from '../../nodes/Mastodon/parameters/scheduled-time';
import { postJson } from '../../nodes/Mastodon/post-json';
import { simpleAccount } from '../../nodes/Mastodon/simple-account';
import { simpleHashtag } from '../../nodes/Mastodon/simple-hashtag';
import { BoostError } from '../../core/boost-error';
import { InvalidOptionError } from '../../core/boost/invalid-option-error';
import { ApiCaller } from '../../core/mastodon/api-caller';
import { MastodonClient } from '../../core/mastodon/client';
import { fullAccount, fullBoost, fullStatus } from './examples.mts';
import { fuzzRuns } from './fuzz-runs.mts';
import { mutated } from './mutated.mts';
import type { Json } from './odd-json.mts';
import { jsonText, oddJson } from './odd-json.mts';
import { oddAnswer } from './odd-answer.mts';
import { oddText } from './odd-text.mts';
import { outcome } from './outcome.mts';

const PATH_PART = /^(?!\.)[\w.~:-]{1,200}$/;
const read = (value: Json) => JSON.parse(jsonText(value)) as never;

const TAG: Json = {
	name: 'cats',
	url: 'https://here.example/tags/cats',
	history: [{ uses: '3', accounts: '2' }],
};

const address = fc
	.tuple(
		fc.constantFrom('https://here.example', 'https://there.example', 'HTTP://here.example:80', 'https://'),
		fc.constantFrom('/@ada/', '/users/ada/statuses/', '/tags/', '/@ada', '/'),
		fc.oneof(oddText, fc.nat().map(String)),
	)
	.map((parts) => parts.join(''));

const locator = fc.oneof(
	oddText,
	address,
	oddJson,
	fc.record({
		mode: fc.oneof(fc.constantFrom('list', 'url', 'id', 'handle', 'name'), oddJson),
		value: fc.oneof(address, oddText, oddJson),
	}),
);

function sessionOf(answer: Parameters<typeof oddAnswer>[0]) {
	return fc.array(oddAnswer(answer), { minLength: 1, maxLength: 3 }).map((answers) => {
		let asked = 0;
		const paths: string[] = [];
		const http = {
			request: async ({ path }: { path: string }) => {
				paths.push(path);
				return answers[asked++ % answers.length]!;
			},
		};
		const host = 'here.example';
		return {
			paths,
			address: { host, origin: `https://${host}` },
			api: new ApiCaller(http, host),
			client: new MastodonClient(http, host, () => undefined),
		};
	});
}

async function settled<T>(work: Promise<T>): Promise<T | undefined> {
	return work.catch((error: unknown) => {
		if (error instanceof BoostError || error instanceof ParameterError) return undefined;
		throw error;
	});
}

describe('What nodes are given', () => {
	it('is a post, an account or a hashtag that can stand in a path, or one sentence says why not', async () => {
		const found = { accounts: [fullAccount], statuses: [fullStatus], hashtags: [] };
		await fc.assert(
			fc.asyncProperty(locator, sessionOf(found), sessionOf(fullAccount), async (value, search, lookup) => {
				const ids = [
					await settled(postId(value, search as never)),
					await settled(accountId(value, search as never)),
					await settled(accountId(value, lookup as never)),
				];
				for (const id of ids) if (id !== undefined) expect(id).toMatch(PATH_PART);
				for (const path of [...search.paths, ...lookup.paths]) {
					for (const part of path.slice(1).split('/')) expect(part).toMatch(PATH_PART);
				}
				const hashtag = outcome(() => hashtagName(value), ParameterError, InvalidOptionError);
				if (hashtag !== undefined) expect(encodeURIComponent(hashtag)).not.toBe('');
				expect(typeof locatorFrom(value).text).toBe('string');
			}),
			fuzzRuns(1_000),
		);
	});

	it('is a time that a server can read, or one sentence says why not', () => {
		const time = fc.oneof(
			oddText,
			fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, -1)),
		);
		fc.assert(
			fc.property(time, fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC'), (text, timezone) => {
				const scheduled = outcome(() => scheduledTime(text, timezone), ParameterError);
				if (scheduled !== undefined) expect(scheduled).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
			}),
			fuzzRuns(1_500),
		);
	});

	it('is simplified to an item, whatever shape it has', () => {
		const kinds = fc.oneof(mutated(fullStatus), mutated(fullBoost), mutated(fullAccount), mutated(TAG));
		fc.assert(
			fc.property(kinds, (value) => {
				const entity = read(value);
				if (typeof entity !== 'object' || entity === null) return;
				expect(typeof postJson(entity, true).text).toBe('string');
				expect(typeof simpleAccount(entity).note).toBe('string');
				expect(Number.isNaN(simpleHashtag(entity).uses_in_week)).toBe(false);
			}),
			fuzzRuns(2_000),
		);
	});

	it('is a failure of a request with a status or none', () => {
		const error: Json = {
			message: 'x',
			httpCode: '500',
			response: { status: 502 },
			cause: { code: 'ECONNRESET' },
		};
		fc.assert(
			fc.property(fc.oneof(oddJson, mutated(error)), (value) => {
				const { status, detail } = requestFailure(read(value));
				if (status !== undefined) expect(status >= 100 && status < 600).toBe(true);
				expect(typeof detail).toBe('string');
			}),
			fuzzRuns(1_500),
		);
	});
});
