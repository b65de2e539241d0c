import { describe, expect, it } from '@jest/globals';
import { newProgress, reportOf } from '../../../core/boost/progress';
import { Tally } from '../../../core/boost/tally';
import { RateLimitReachedError } from '../../../core/http/rate-limit-reached-error';
import { ServerUnreachableError } from '../../../core/mastodon/api-errors';
import { NOON } from '../../fakes/fake-clock.mts';
import { makeOptions } from '../../fakes/make-run.mts';

const begin = () => newProgress(NOON, new Tally(() => undefined));
const report = (progress = begin()) => reportOf(makeOptions(), progress, NOON + 1_500);

describe('reportOf', () => {
	it('tells of a run that came nowhere', () => {
		expect(report()).toEqual({
			startedAt: '2026-03-10T12:00:00.000Z',
			finishedAt: '2026-03-10T12:00:01.500Z',
			instance: 'here.example',
			account: '',
			server: 'unknown',
			hashtags: ['cats'],
			dryRun: false,
			state: 'unavailable',
			counts: { seen: 0, boosted: 0, queued: 0, skipped: 0, failed: 0 },
			reasons: {},
			boosted: [],
			failed: [],
			waiting: 0,
			unread: [],
			limits: {},
			rateLimited: undefined,
			warnings: [],
			failure: undefined,
		});
	});

	it('tells what was found out meanwhile', () => {
		const progress = begin();
		const failure = new ServerUnreachableError('here.example', 'no answer');
		progress.warnings.push('Mind the gap.');
		Object.assign(progress, {
			account: 'me@here.example',
			server: { software: 'mastodon', version: '4.5.0' },
			origin: 'restored',
			unread: ['#cats'],
			waiting: 3,
			failure,
		});
		expect(report(progress)).toMatchObject({
			account: 'me@here.example',
			server: 'mastodon 4.5.0',
			state: 'restored',
			unread: ['#cats'],
			waiting: 3,
			warnings: ['Mind the gap.'],
			failure,
		});
	});

	it.each([
		[NOON + 60_000, '2026-03-10T12:01:00.000Z'],
		[undefined, undefined],
	])('says of a rate limit that ends at %s that it does so at %s', (resumesAt, told) => {
		const progress = begin();
		progress.rateLimit = new RateLimitReachedError(resumesAt);
		expect(report(progress).rateLimited).toEqual({ resumesAt: told });
	});

	it('holds no access token', () => {
		expect(JSON.stringify(report())).not.toContain('secret');
	});
});
