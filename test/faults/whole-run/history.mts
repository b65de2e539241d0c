import type { Options } from '../../../core/index';
import { parseOptions } from '../../../core/index';
import { FakeClock } from '../../fakes/fake-clock.mts';
import type { Post } from '../../sandbox/post.mts';
import type { Profile } from '../../sandbox/profile.mts';
import { checkRun } from './check-run.mts';
import { doDeed } from './do-deed.mts';
import { seededRandom } from '../seeded-random.mts';
import { Model } from './model.mts';
import type { Performance } from './perform.mts';
import { perform } from './perform.mts';
import { Server } from './server.mts';
import type { Setting } from './setting.mts';
import type { Deed, Run, Step } from './step.mts';

/** One server and one configuration over time. */
export class History {
	readonly clock = new FakeClock();
	readonly server: Server;
	readonly model: Model;
	/** What happened, in words, to explain a failure. */
	readonly journal: string[] = [];
	private hashtags: readonly string[];
	private options: Options;
	private readonly random: () => number;
	private stored: string | undefined;
	private storedBefore: string | undefined;
	private lastBoosts: readonly object[] = [];
	private readonly forgotten = new Set<object>();
	private readonly failures = new Map<string, number>();
	private isLimited = false;
	private hadTrouble = false;
	/** Of the run that is under way. */
	private eligible = new Set<Post>();
	private readonly everEligible = new Set<Post>();
	private isRunning = false;
	private readingSince: number | undefined;

	constructor(
		profile: Profile,
		private readonly setting: Setting,
	) {
		this.server = new Server(profile, this.clock);
		this.hashtags = setting.hashtags;
		this.options = this.optionsFor(setting.hashtags);
		this.model = new Model(this.server, this.options);
		this.random = seededRandom(setting.luck);
	}

	async step(step: Step): Promise<void> {
		switch (step.kind) {
			case 'run':
				await this.run(step);
				return;
			case 'pass':
				this.clock.advance(step.time);
				return;
			case 'lose':
				this.stored = undefined;
				this.model.stateLost();
				return;
			case 'roll-back':
				this.rollBack();
				return;
			case 'limit':
				this.server.limit(step.requests);
				this.isLimited = true;
				return;
			case 'hashtags':
				this.hashtags = step.hashtags;
				this.options = this.optionsFor(step.hashtags);
				this.model.changed(this.options);
				return;
			default:
				this.deed(step);
		}
	}

	/** As a run finds it from now on: no limits but the server's own, and many boosts in a run. */
	calm(): void {
		this.server.limit(undefined);
		this.isLimited = false;
		this.options = { ...this.options, maxBoosts: 100 };
		this.model.changed(this.options);
	}

	async run(run: Run): Promise<Performance> {
		const { server, model, clock, options } = this;
		const boostsBefore = server.world.store.boosts.length;
		const recoveredStart = model.recoveredStart(clock.now());
		this.eligible = new Set(server.posts.filter((post) => model.isEligible(post)));
		for (const post of this.eligible) this.everEligible.add(post);
		if (this.stored === undefined || !run.isStateThere) this.forgetForeignBoosts();
		this.isRunning = true;
		this.readingSince = undefined;
		const performance = await perform(
			{
				server,
				clock,
				options: { ...options, dryRun: run.dry },
				skew: this.setting.skew,
				random: this.random,
				stored: this.stored,
				onDeed: (deed) => this.deed(deed),
				onReading: (time) => (this.readingSince = time),
			},
			run,
		);
		this.isRunning = false;
		this.note(performance, boostsBefore);
		for (const post of this.eligible) this.everEligible.add(post);
		const { strikes, kill, meanwhile, isStateThere } = run;
		const isCalm = strikes.length === 0 && !kill && !this.isLimited;
		if (!isCalm) this.hadTrouble = true;
		checkRun(performance, {
			server,
			model,
			boostsBefore,
			eligible: this.eligible,
			everEligible: this.everEligible,
			forgotten: this.forgotten,
			failures: this.failures,
			storedBefore: this.stored,
			isQuiet: !this.hadTrouble && meanwhile.length === 0 && isStateThere && !run.dry,
			now: clock.now(),
		});
		this.remember(performance, boostsBefore, recoveredStart);
		return performance;
	}

	private deed(deed: Deed): void {
		const { server, model, eligible, isRunning, hashtags } = this;
		const readingSince = isRunning ? this.readingSince : undefined;
		const what = doDeed(deed, { server, model, eligible, isRunning, hashtags, readingSince });
		if (what) this.journal.push(what);
	}

	private note({ run, report, requests, stored, log }: Performance, boostsBefore: number): void {
		for (const { method, path, trouble } of requests) {
			const id = /\/statuses\/([^/]+)\/reblog$/.exec(path)?.[1];
			if (method === 'POST' && id && trouble) this.failures.set(id, (this.failures.get(id) ?? 0) + 1);
		}
		const boosts = this.server.world.store.boosts.slice(boostsBefore).length;
		this.journal.push(
			`${run.dry ? 'dry ' : ''}run ${report ? (report.failure?.name ?? 'done') : 'killed'} ` +
				`state ${report?.state ?? '?'}->${stored?.length} requests ${requests.length} boosts ${boosts} waiting ${report?.waiting} ` +
				`unread ${report?.unread.join('; ')} ${JSON.stringify(report?.reasons)} ${log.warnings.join(' | ')}`,
		);
	}

	private remember(performance: Performance, boostsBefore: number, recoveredStart: number): void {
		const { run, stored, readingSince } = performance;
		const made = this.server.world.store.boosts.slice(boostsBefore);
		if (run.dry) return;
		if (!run.isStateThere) {
			for (const boost of made) this.forgotten.add(boost);
			return;
		}
		this.storedBefore = this.stored;
		this.lastBoosts = made;
		if (stored === this.stored || stored === undefined) return;
		this.stored = stored;
		const { tags } = JSON.parse(stored) as { tags: Readonly<Record<string, unknown>> };
		this.model.stored(new Set(Object.keys(tags)), readingSince!, recoveredStart);
	}

	/** A state that is made anew counts the boosts of its own hashtags, as far as they are still there. */
	private forgetForeignBoosts(): void {
		const { server, model } = this;
		for (const boost of server.world.store.boosts) {
			const post = server.byUri.get(boost.uri);
			if (!post || !server.isThere(post) || !model.carriesAny(post)) this.forgotten.add(boost);
		}
	}

	private rollBack(): void {
		this.stored = this.storedBefore;
		for (const boost of this.lastBoosts) this.forgotten.add(boost);
		this.journal.push('roll back');
		if (this.stored === undefined) return this.model.stateLost();
		const { tags } = JSON.parse(this.stored) as { tags: Readonly<Record<string, unknown>> };
		this.model.rolledBack(new Set(Object.keys(tags)));
	}

	private optionsFor(hashtags: readonly string[]): Options {
		return parseOptions({
			...this.setting.inputs,
			instance: this.server.world.host,
			'access-token': this.server.token,
			hashtags: hashtags.join(','),
		});
	}
}
