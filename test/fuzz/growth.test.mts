import { describe, expect, it } from '@jest/globals';
import { parseOptions } from '../../core/boost/parse-options';
import { boostNewPosts } from '../../core/boost/boost-new-posts';
import type { Options } from '../../core/boost/options';
import { InvalidOptionError } from '../../core/boost/invalid-option-error';
import { decodeState, UnusableStateError } from '../../core/boost/state-codec';
import { messageOf } from '../../core/mastodon/answer';
import { htmlText } from '../../core/mastodon/html-text';
import { FakeClock, NOON } from '../fakes/fake-clock.mts';
import { makeOptions, OWNER } from '../fakes/make-run.mts';
import { accountJson, statusJson } from '../fakes/make-status.mts';
import { MemoryStore } from '../fakes/memory-store.mts';
import { RecordingLog } from '../fakes/recording-log.mts';
import { BoostingServer } from './boosting-server.mts';
import { outcome } from './outcome.mts';
import { storedState } from './stored-state.mts';

/** The largest body that a shell hands over, in characters. */
const BODY = 8 * 1024 * 1024;
const PARTS = [
	'<',
	'&',
	'<a ',
	'&#',
	'<br',
	'#a ',
	'a\u0315\u0300',
	'\u0301',
	' ',
	'/',
	',',
	'@',
	'.',
	'Σ',
	'😀',
];
const asked = (name: string) => Array.from({ length: 100 }, (_, number) => `${name}${number}`);

const fill = (part: string, length = BODY) => part.repeat(length / part.length);

/** One run at a server whose timeline holds these posts. */
async function runWith(
	posts: ReadonlyArray<Record<string, unknown>>,
	options: Partial<Options> = {},
	text?: string,
) {
	const server = new BoostingServer(posts, 'mastodon');
	const store = new MemoryStore(text === undefined ? { status: 'absent' } : { status: 'found', text });
	const host = { http: server, clock: new FakeClock(), store, log: new RecordingLog(), random: () => 0.5 };
	return boostNewPosts(makeOptions(options), { ...host, onDecision: () => undefined });
}

// Where the work on a text grows with the square of its length, each of these takes hours: jest ends it.
describe('The largest answers and inputs there can be', () => {
	const post = (changes: Record<string, unknown>) => statusJson({ id: BoostingServer.idOf(1), ...changes });

	it.each(PARTS)('are read to their end where they are made of %j', async (part) => {
		// Four fields hold it.
		const text = fill(part, BODY / 4);
		expect(htmlText(text).length).toBeLessThanOrEqual(text.length);
		expect(messageOf({ status: 500, headers: {}, body: text })).toBe('status 500');
		const account = accountJson({ display_name: text, note: text, fields: [{ name: text, value: text }] });
		const posts = [post({ account, tags: [{ name: 'cats' }, { name: text }], language: text })];
		const report = await runWith(posts, { profileMatches: asked('phrase') });
		expect(report.counts.seen).toBe(1);
		expect(report.failure).toBeUndefined();
	});

	it.each(PARTS)('are refused as options where they are made of %j', (part) => {
		// A runner and a workflow hand over less than this.
		const text = fill(part, BODY / 8);
		for (const name of [
			'instance',
			'hashtags',
			'languages',
			'block-accounts',
			'profile-matches',
			'max-age',
		]) {
			const raw = { instance: 'here.example', 'access-token': 'x', hashtags: 'cats', [name]: text };
			outcome(() => parseOptions(raw), InvalidOptionError);
		}
		expect(() => decodeState(text, OWNER)).toThrow(UnusableStateError);
	});

	it('are read to their end where they are lists', async () => {
		const tags = Array.from({ length: 300_000 }, (_, number) => ({ name: `tag${number}` }));
		const fields = Array.from({ length: 200_000 }, () => ({ name: 'a', value: '<b>b</b>' }));
		const posts = [post({ tags: [{ name: 'cats0' }, ...tags], account: accountJson({ fields }) })];
		const options = { match: 'all', hashtags: asked('cats'), excludeHashtags: asked('dogs') } as const;
		const report = await runWith(posts, options);
		expect(report.counts.seen).toBe(1);
	});

	it('are refused as pages of more entries than anybody asks for', async () => {
		const many = Array.from({ length: 10_000 }, (_, number) => post({ id: BoostingServer.idOf(number + 1) }));
		const report = await runWith(many);
		expect(report.failure?.message).toContain('a list of 1000 entries at most');
	});

	it('are worked off as the longest page and the longest queue that are taken', async () => {
		const page = Array.from({ length: 1_000 }, (_, number) =>
			post({
				id: BoostingServer.idOf(number + 1),
				uri: `x:${number}`,
				account: accountJson({ acct: `a${number}` }),
			}),
		);
		const queue = Array.from({ length: 2_500 }, (_, number) => [
			`${number}`,
			`y:${number}`,
			`b${number % 99}`,
			NOON / 1_000 - 60,
			'cats',
			0,
			0,
		]);
		const report = await runWith(page, {}, JSON.stringify({ ...(storedState() as object), queue }));
		expect(report.failure).toBeUndefined();
		expect(report.reasons['queue-full']).toBeGreaterThan(1_000);
	});
});
