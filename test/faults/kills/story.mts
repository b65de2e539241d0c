import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SceneRun } from '../../action/scene.mts';
import { idsOf, Scene } from '../../action/scene.mts';
import type { ActionRun } from '../../runner/run-action.mts';
import type { Post } from '../../sandbox/post.mts';
import type { Profile } from '../../sandbox/profile.mts';

export interface StoryKind {
	readonly profile: Profile;
	/** `first run`: nothing is stored yet. `later run`: a queue, a held post and cursors are restored. */
	readonly chapter: 'first run' | 'later run';
	/** Where the state is kept. */
	readonly store: 'cache' | 'file';
}

/** Runs that may follow a disturbed one before one of them has nothing to do any more. */
const MOST_RUNS = 4;
const AT_REST = '0 boosted, 0 waiting, state restored';

/**
 * Two hashtags, an author with two posts, posts that wait in the queue (`max-boosts`) or for their age
 * (`min-age`), posts that nobody may boost; one run that is disturbed, and the runs that go on from there.
 * Time passes in that later runs ask for less age.
 */
export class Story {
	private readonly wanted: Post[] = [];

	private constructor(
		readonly scene: Scene,
		private readonly kind: StoryKind,
		private readonly folder: string,
	) {}

	/** Up to the run that is to be disturbed. */
	static async open(kind: StoryKind): Promise<Story> {
		const folder = await mkdtemp(join(tmpdir(), 'story-'));
		const story = new Story(await Scene.open(kind.profile), kind, folder);
		story.firstPosts();
		if (kind.chapter === 'later run') {
			await story.run({ 'max-boosts': '2', 'min-age': '5m' });
			story.laterPosts();
		}
		return story;
	}

	async close(): Promise<void> {
		await this.scene.close();
		await rm(this.folder, { recursive: true });
	}

	/** The run that the story is about: it boosts three posts, leaves some in the queue and one in wait. */
	async disturbedRun(options: SceneRun = {}): Promise<ActionRun> {
		return this.run({ 'max-boosts': '3', 'min-age': '3m' }, options);
	}

	/** One more post that is to be boosted. */
	arrive(): void {
		this.wanted.push(this.scene.post(3.2));
	}

	/** Undisturbed runs until one finds nothing to do. Answers what is wrong with them, or was lost, but no doubles. */
	async settle(): Promise<string[]> {
		const problems: string[] = [];
		let rest: string | undefined;
		for (let count = 1; count <= MOST_RUNS && rest !== AT_REST; count++) {
			// Minutes pass between two runs.
			this.scene.sandbox.passRateLimits();
			const run = await this.run({ 'min-age': '30s' });
			problems.push(...complaints(run).map((complaint) => `clean run ${count}: ${complaint}`));
			const { state, 'boosted-count': boosted, 'queued-count': queued } = run.outputs;
			rest = `${boosted} boosted, ${queued} waiting, state ${state}`;
		}
		if (rest !== AT_REST) problems.push(`the last clean run: ${rest}`);
		const boosted = this.scene.boosted();
		const wanted = idsOf(this.wanted);
		const lost = wanted.filter((id) => !boosted.includes(id));
		const unwanted = boosted.filter((id) => !wanted.includes(id));
		problems.push(...lost.map((id) => `post ${wanted.indexOf(id) + 1} was never boosted`));
		return [...problems, ...unwanted.map((id) => `the post ${id} was boosted, and should not be`)];
	}

	/** Each boost of a post that was boosted before. */
	doubles(): string[] {
		const boosted = this.scene.boosted();
		const again = boosted.filter((id, index) => boosted.indexOf(id) !== index);
		return again.map((id) => `post ${idsOf(this.wanted).indexOf(id) + 1} was boosted again`);
	}

	private run(inputs: Record<string, string>, options: SceneRun = {}): Promise<ActionRun> {
		const { store } = this.kind;
		const file = store === 'file' ? { 'state-file': join(this.folder, 'state.json') } : {};
		return this.scene.run({
			...options,
			env: compileCache(),
			inputs: { hashtags: 'cats dogs', ...file, ...inputs, ...options.inputs },
		});
	}

	private firstPosts(): void {
		const { scene } = this;
		const twice = scene.author();
		this.wanted.push(
			scene.post(30),
			scene.post(25, { hashtags: ['dogs'], account: twice }),
			scene.post(20, { hashtags: ['dogs', 'cats'] }),
			scene.post(15, { account: twice }),
			scene.post(10, { hashtags: ['dogs'] }),
			scene.post(4),
		);
		scene.post(12, { account: scene.author({ bot: true }) });
		scene.post(11, { account: scene.author({ note: '<p>#nobot</p>' }) });
	}

	/** One of them arrives late, below the cursor where ids tell the time of writing; the last one is too young. */
	private laterPosts(): void {
		const { scene } = this;
		this.wanted.push(
			scene.post(18, { hashtags: ['dogs'] }),
			scene.post(3.5),
			scene.post(1, { hashtags: ['dogs'] }),
		);
	}
}

/** Programs start a third faster with it; nothing else changes. */
function compileCache(): Record<string, string> {
	return { NODE_COMPILE_CACHE: join(process.cwd(), 'node_modules/.cache/action') };
}

/** What a clean run must not show. */
function complaints(run: ActionRun): string[] {
	const steps = [run, ...(run.post ? [run.post] : [])];
	return steps.flatMap(({ exitCode, stdout, stderr }) => [
		...(exitCode === 0 ? [] : [`exit status ${exitCode}`]),
		...(stderr === '' ? [] : [`standard error: ${stderr}`]),
		...(stdout.match(/^::(?:warning|error)::.*$/gm) ?? []),
	]);
}
