import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Reason } from '../../core/boost/reasons';
import type { Post } from '../sandbox/post.mts';
import { HOUR, idsOf, MINUTE, Scene } from './scene.mts';

const DAY = 24 * HOUR;

interface Rule {
	readonly inputs?: Record<string, string>;
	/** A post that the rule concerns, beside one that meets every condition. */
	readonly post: (scene: Scene) => Post;
	readonly reason: Reason;
	/** Inputs under which that post is boosted, too. */
	readonly allowing?: Record<string, string>;
}

const RULES: Readonly<Record<string, Rule>> = {
	'own posts': {
		post: (scene) => scene.post(5, { account: scene.booster }),
		reason: 'own',
		allowing: { 'include-own': 'true' },
	},
	replies: {
		post: (scene) => scene.post(5, { inReplyTo: scene.post(300, { hashtags: [] }).id }),
		reason: 'reply',
		allowing: { 'include-replies': 'true' },
	},
	bots: {
		post: (scene) => scene.post(5, { account: scene.author({ bot: true }) }),
		reason: 'bot',
		allowing: { 'include-bots': 'true' },
	},
	'sensitive posts': {
		post: (scene) => scene.post(5, { sensitive: true }),
		reason: 'sensitive',
		allowing: { 'include-sensitive': 'true' },
	},
	'content warnings': {
		post: (scene) => scene.post(5, { spoilerText: 'news' }),
		reason: 'sensitive',
		allowing: { 'include-sensitive': 'true' },
	},
	'a no in the biography': {
		post: (scene) => scene.post(5, { account: scene.author({ note: '<p>Hi #<span>NoBot</span></p>' }) }),
		reason: 'opted-out',
		allowing: { consent: 'none' },
	},
	'a no in a profile field': {
		post: (scene) =>
			scene.post(5, { account: scene.author({ fields: [{ name: 'Bots', value: '#noboost' }] }) }),
		reason: 'opted-out',
		allowing: { consent: 'none' },
	},
	'a no in the name': {
		post: (scene) => scene.post(5, { account: scene.author({ displayName: 'Ann #NoBots' }) }),
		reason: 'opted-out',
		allowing: { consent: 'none' },
	},
	'authors who did not opt in': {
		inputs: { consent: 'opt-in' },
		post: (scene) => scene.post(5, { account: scene.author({ indexable: false }) }),
		reason: 'not-opted-in',
		allowing: { consent: 'opt-out' },
	},
	'blocked accounts': {
		inputs: { 'block-accounts': '@spam@far.example' },
		post: (scene) => scene.post(5, { account: scene.author({ username: 'spam' }) }),
		reason: 'blocked',
		allowing: { 'block-accounts': '' },
	},
	'subdomains of a blocked host': {
		inputs: { 'block-accounts': '*.spam.example' },
		post: (scene) => scene.post(5, { account: scene.author({ host: 'a.spam.example' }) }),
		reason: 'blocked',
		allowing: { 'block-accounts': 'spam.example' },
	},
	'accounts that are not listed': {
		inputs: { 'only-accounts': 'far.example' },
		post: (scene) => scene.post(5, { account: scene.author({ host: 'other.example' }) }),
		reason: 'not-listed',
		allowing: { 'only-accounts': 'far.example, other.example' },
	},
	'excluded hashtags': {
		inputs: { 'exclude-hashtags': '#Advert' },
		post: (scene) => scene.post(5, { hashtags: ['cats', 'advert'] }),
		reason: 'excluded-hashtag',
		allowing: { 'exclude-hashtags': '' },
	},
	'hashtag-stuffers': {
		inputs: { 'max-hashtags': '3' },
		post: (scene) => scene.post(5, { hashtags: ['cats', 'a1', 'a2', 'a3'] }),
		reason: 'too-many-hashtags',
		allowing: { 'max-hashtags': '4' },
	},
	'posts of the instance itself': {
		inputs: { origin: 'remote' },
		post: (scene) => scene.post(5, { account: scene.sandbox.addAccount({ username: 'neighbour' }) }),
		reason: 'wrong-origin',
		allowing: { origin: 'all' },
	},
	'other languages': {
		inputs: { languages: 'en fr' },
		post: (scene) => scene.post(5, { language: 'de' }),
		reason: 'language',
		allowing: { languages: 'en de' },
	},
	'posts of no stated language': {
		inputs: { languages: 'en' },
		post: (scene) => scene.post(5, { language: null }),
		reason: 'language',
		allowing: { languages: '' },
	},
	'authors who moved': {
		post: (scene) => scene.post(5, { account: scene.author({ moved: scene.booster.id }) }),
		reason: 'author-moved',
	},
	'posts that the own filters hide': {
		post: (scene) => scene.post(5, { filtered: 'hide' }),
		reason: 'filtered',
	},
	'posts already boosted': {
		post: (scene) => {
			const post = scene.post(5);
			scene.sandbox.addBoost({ account: scene.booster, post });
			return post;
		},
		reason: 'already-boosted',
	},
	'posts past max-age': {
		inputs: { 'max-age': '4m' },
		post: (scene) =>
			scene.sandbox.addPost({
				account: scene.author(),
				hashtags: ['cats'],
				createdAt: Date.now() - 5 * MINUTE,
				arrivedAt: Date.now(),
			}),
		reason: 'too-old',
		allowing: { 'max-age': '1d' },
	},
	'posts by old accounts': {
		inputs: { 'new-members-within': '7d' },
		post: (scene) => scene.post(5, { account: scene.author({ createdAt: Date.now() - 30 * DAY }) }),
		reason: 'not-new-member',
		allowing: { 'new-members-within': '60d' },
	},
	'profiles without the words looked for': {
		inputs: { 'profile-matches': 'SENEGAL, Côte d’Ivoire' },
		post: (scene) => scene.post(5, { account: scene.author({ note: '<p>Senegalese food</p>' }) }),
		reason: 'profile-mismatch',
		allowing: { 'profile-matches': 'senegalese food, sénégal' },
	},
};

describe.each(Object.entries(RULES))('The Action leaves alone %s', (_what, rule) => {
	let scene: Scene;
	let good: Post;
	let concerned: Post;
	beforeAll(async () => {
		scene = await Scene.open();
		good = scene.post(2, {
			account: scene.author({ note: '<p>Née au <b>Sénégal</b></p>', createdAt: Date.now() - DAY }),
			media: 1,
		});
		concerned = rule.post(scene);
	});
	afterAll(() => scene.close());

	it('and says why', async () => {
		const run = await scene.run({ inputs: { ...rule.inputs, 'dry-run': 'true' } });
		const reasons = JSON.parse(run.reportText!).posts.map(({ uri, reason }: any) => [uri, reason]);
		expect(reasons).toContainEqual([concerned.uri, rule.reason]);
		expect(reasons).toContainEqual([good.uri, 'dry-run']);
	});

	if (rule.allowing) {
		it('unless it is told otherwise', async () => {
			await scene.run({ inputs: { ...rule.inputs, ...rule.allowing } });
			expect(scene.boosted()).toContain(concerned.id);
		});
	}
});

describe('The Action', () => {
	let scene: Scene;
	afterEach(() => scene.close());

	it('with only-media boosts posts with pictures alone', async () => {
		scene = await Scene.open();
		const picture = scene.post(5, { media: 1 });
		scene.post(4);
		await scene.run({ inputs: { 'only-media': 'true' } });
		expect(scene.boosted()).toEqual([picture.id]);
	});

	it('with match: all boosts posts with all hashtags alone, also when the server does not know one', async () => {
		scene = await Scene.open();
		const inputs = { match: 'all', hashtags: 'cats unheardof' };
		scene.post(5);
		await scene.run({ inputs });
		expect(scene.boosted()).toEqual([]);
		const both = scene.post(1, { hashtags: ['cats', 'unheardof'] });
		await scene.run({ inputs });
		expect(scene.boosted()).toEqual([both.id]);
	});

	it('with first-post-only boosts one post of an author, and no other one later', async () => {
		scene = await Scene.open();
		const author = scene.author();
		const inputs = { 'first-post-only': 'true' };
		const first = scene.post(9, { account: author });
		scene.post(8, { account: author });
		await scene.run({ inputs });
		scene.post(1, { account: author });
		await scene.run({ inputs });
		expect(scene.boosted()).toEqual([first.id]);
	});

	it('boosts two posts of an author in 24 hours, and the third waits', async () => {
		scene = await Scene.open();
		const author = scene.author();
		const posts = [9, 8, 7].map((minutes) => scene.post(minutes, { account: author }));
		const run = await scene.run();
		expect(run.outputs).toMatchObject({ 'boosted-count': '2', 'queued-count': '1' });
		const again = await scene.run();
		expect(again.outputs).toMatchObject({ 'boosted-count': '0', 'queued-count': '1' });
		expect(scene.boosted()).toEqual(idsOf(posts.slice(0, 2)));
	});

	it('gives a quiet hashtag its turn beside a busy one', async () => {
		scene = await Scene.open();
		scene.posts(30);
		const quiet = scene.post(1, { hashtags: ['quiet'] });
		await scene.run({ inputs: { hashtags: 'cats quiet', 'max-boosts': '4' } });
		expect(scene.boosted()).toContain(quiet.id);
	});

	it.each([
		['was deleted', (post: Post) => scene.sandbox.deletePost(post.id)],
		['lost its hashtag', (post: Post) => scene.sandbox.editPost(post.id, { hashtags: [] })],
		['went private', (post: Post) => scene.sandbox.editPost(post.id, { visibility: 'private' })],
	])('with min-age boosts what is still there, and not a post that %s meanwhile', async (_what, change) => {
		scene = await Scene.open();
		const kept = scene.post(0);
		const changed = scene.post(0);
		const first = await scene.run({ inputs: { 'min-age': '1h' } });
		expect(first.outputs).toMatchObject({ 'boosted-count': '0', 'queued-count': '2' });
		change(changed);
		await scene.run({ inputs: { 'min-age': '0s' } });
		expect(scene.boosted()).toEqual([kept.id]);
	});

	it('with min-age does not boost an author who opted out meanwhile', async () => {
		scene = await Scene.open();
		const author = scene.author();
		scene.post(0, { account: author });
		await scene.run({ inputs: { 'min-age': '1h' } });
		author.note = '<p>#nobot</p>';
		const run = await scene.run({ inputs: { 'min-age': '0s' } });
		expect(JSON.parse(run.reportText!).posts).toMatchObject([{ reason: 'opted-out' }]);
		expect(scene.boosted()).toEqual([]);
	});

	it.each([
		['min-favourites', 'favourites', 'few-favourites'],
		['min-boosts', 'boosts', 'few-boosts'],
	])('with %s boosts a post once it has enough', async (input, field, reason) => {
		scene = await Scene.open();
		const post = scene.post(5, { [field]: 2 });
		const inputs = { [input]: '3' };
		const first = await scene.run({ inputs });
		expect(JSON.parse(first.reportText!).posts).toMatchObject([{ reason, decision: 'queued' }]);
		scene.sandbox.editPost(post.id, { [field]: 3 });
		await scene.run({ inputs });
		expect(scene.boosted()).toEqual([post.id]);
	});

	it('waits between two boosts as long as it is told', async () => {
		scene = await Scene.open();
		scene.posts(3);
		await scene.run({ inputs: { 'boost-interval': '1s' } });
		const times = scene.sandbox.boosts().map(({ at }) => at);
		expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(1000);
		expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(1000);
	});

	it.each([
		[{ 'exclude-hashtags': 'Cats' }, '"exclude-hashtags": #cats also stands in "hashtags"'],
		[{ 'min-age': '7d' }, '"min-age": 7d is not less than "max-age" (7d)'],
		[
			{ match: 'all', hashtags: 'a b c', 'max-hashtags': '2' },
			'"max-hashtags": 2 is less than the 3 hashtags',
		],
		[
			{ 'only-accounts': '@ann@far.example', 'block-accounts': 'bad.example @Ann@far.example' },
			'"only-accounts": @ann@far.example is blocked by @ann@far.example in "block-accounts"',
		],
	])('refuses the contradiction in %j', async (inputs, sentence) => {
		scene = await Scene.open();
		const run = await scene.run({ inputs: inputs as Record<string, string> });
		expect(run.exitCode).toBe(1);
		expect(run.stdout).toContain(`::error::Input ${sentence}`);
		expect(scene.sandbox.requests).toEqual([]);
	});
});

describe('Posts that wait for favourites', () => {
	it('are held, 400 at once, and the run warns of the others once', async () => {
		const scene = await Scene.open();
		for (const bucket of ['token', 'paging'] as const) {
			scene.sandbox.setRateLimit({ bucket, limit: Infinity, windowMs: 1000 });
		}
		scene.posts(600);
		const run = await scene.run({ inputs: { 'min-favourites': '5' } });
		await scene.close();
		expect(run).toMatchObject({ exitCode: 0, outputs: { 'boosted-count': '0', 'queued-count': '400' } });
		expect(run.stdout.split('\n').filter((line) => line.startsWith('::warning::'))).toEqual([
			'::warning::More than 400 posts wait for favourites or boosts: the longest waiting ones were given up.',
		]);
		expect(run.stdout).toContain(' 400 waiting');
	});
});
