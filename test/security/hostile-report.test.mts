import { expect, it } from '@jest/globals';
import { renderSummary } from '../../action/summary.mts';
import type { PostReport, RunReport } from '../../core/index';
import { AccessDeniedError } from '../../core/mastodon/api-errors';
import { PAYLOADS } from './payloads.mts';
import { renderedMarkdown } from './rendered-markdown.mts';

const POST: PostReport = {
	id: '1',
	uri: 'https://far.example/1',
	url: 'https://far.example/1',
	account: 'a@far.example',
	hashtags: ['cats'],
	createdAt: '2026-11-22T12:00:00.000Z',
	decision: 'boosted',
	reason: 'boosted',
};
const REPORT: RunReport = {
	startedAt: POST.createdAt,
	finishedAt: POST.createdAt,
	instance: 'a.example',
	account: 'me@a.example',
	server: 'mastodon 4.5.3',
	hashtags: ['cats'],
	dryRun: false,
	state: 'new',
	counts: { seen: 1, boosted: 1, queued: 0, skipped: 0, failed: 0 },
	reasons: { boosted: 1 },
	boosted: [POST],
	failed: [],
	waiting: 0,
	unread: [],
	limits: {},
	rateLimited: undefined,
	warnings: [],
	failure: undefined,
};

/** Puts a text into one place of a report. */
const PLACES: ReadonlyArray<(text: string) => Partial<RunReport>> = [
	(instance) => ({ instance }),
	(account) => ({ account }),
	(server) => ({ server }),
	(text) => ({ hashtags: [text, 'cats', text] }),
	(text) => ({ unread: [text] }),
	(text) => ({ warnings: [text, `The server said ${text}.`] }),
	(text) => ({ failure: new AccessDeniedError(text, `GET /${text}`, text) }),
	(account) => ({ failed: [{ ...POST, account, url: account }] }),
	(text) => ({ boosted: [{ ...POST, hashtags: [text, text] }] }),
];
const SUMMARIES = Object.values(PAYLOADS).flatMap((text) =>
	PLACES.map((put) => renderSummary({ ...REPORT, ...put(text) })),
);

it('A summary shows hostile texts as text in every place of it', () => {
	const rendered = renderedMarkdown(SUMMARIES);
	const ours = 'h2 h3 p strong table thead tbody tr th td a ul li'.split(' ');
	expect(rendered.flatMap(({ elements }) => elements).filter((name) => !ours.includes(name))).toEqual([]);
	expect([...new Set(rendered.flatMap(({ targets }) => targets))]).toEqual(['https://far.example/1']);
	expect(rendered.flatMap(({ attributes }) => attributes)).toEqual([]);
	const social = /(?:^|\W)@[a-z0-9]|[\w.+-]@[\w-]+\.\w|(?:^|\W)#\d/i;
	expect(rendered.flatMap(({ bareText }) => social.exec(bareText) ?? [])).toEqual([]);
});

it('A summary of the longest texts stays below the size that GitHub takes', () => {
	const long = '&'.repeat(5000);
	const url = `https://far.example/${'&'.repeat(470)}`;
	const post: PostReport = { ...POST, account: long, url, hashtags: [long], reason: 'outcome-unknown' };
	const posts = Array.from({ length: 150 }, () => post);
	const warnings = Array.from({ length: 21 }, () => long);
	const summary = renderSummary({
		...REPORT,
		boosted: posts,
		failed: posts,
		warnings,
		account: long,
		server: long,
	});
	expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
});
