import fc from 'fast-check';
import { hashtagLists } from './setting.mts';
import type { Strike } from './trouble.mts';
import { strikes } from './trouble.mts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Posts that the server gets. */
export interface NewPosts {
	readonly kind: 'posts';
	readonly count: number;
	/** Milliseconds between two of them, backwards from the last. */
	readonly spacing: number;
	/** Milliseconds from writing to arrival. */
	readonly delay: number;
	/** How a late post comes: delivered to the inbox, or fetched because somebody mentioned it. */
	readonly way: 'inbox' | 'fetched';
	/** Which of the hashtags asked for it has, by number; one too many stands for another hashtag. */
	readonly tags: readonly number[];
	/** The first author's number; `spread` authors in turn. */
	readonly author: number;
	readonly spread: number;
	readonly trait: 'plain' | 'reply' | 'sensitive' | 'spam' | 'all-hashtags';
}

/** What people do between the runs or during one; `which` counts posts or authors, as far as there are any. */
export type Deed =
	| NewPosts
	| { readonly kind: 'delete' | 'hand' | 'hide' | 'untag' | 'tag'; readonly which: number }
	| { readonly kind: 'opt-out'; readonly which: number };

export interface Run {
	readonly kind: 'run';
	readonly dry: boolean;
	readonly strikes: readonly Strike[];
	/** Where the process is killed: at a request (before or after it took effect) or at a save of the state. */
	readonly kill:
		| { readonly at: 'request' | 'save'; readonly number: number; readonly isDone: boolean }
		| undefined;
	/** What happens right before the request of that number is answered. */
	readonly meanwhile: ReadonlyArray<{ readonly at: number; readonly deed: Deed }>;
	/** Whether the state can be had at its beginning. */
	readonly isStateThere: boolean;
}

export type Step =
	| Deed
	| Run
	| { readonly kind: 'pass'; readonly time: number }
	/** The state is gone; or it is what it was before the last run. */
	| { readonly kind: 'lose' | 'roll-back' }
	/** So many requests are left to the account in each window of five minutes. */
	| { readonly kind: 'limit'; readonly requests: number }
	| { readonly kind: 'hashtags'; readonly hashtags: readonly string[] };

const newPosts: fc.Arbitrary<NewPosts> = fc.record({
	kind: fc.constant('posts' as const),
	count: fc.oneof(
		{ weight: 8, arbitrary: fc.integer({ min: 1, max: 6 }) },
		{ weight: 4, arbitrary: fc.integer({ min: 7, max: 90 }) },
		{ weight: 2, arbitrary: fc.integer({ min: 91, max: 260 }) },
	),
	spacing: fc.constantFrom(1_000, 0, 37, 20_000),
	delay: fc.constantFrom(0, 0, 0, 5_000, 8 * MINUTE, 50 * MINUTE, 5 * HOUR),
	way: fc.constantFrom('inbox', 'fetched'),
	tags: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 3 }),
	author: fc.nat(5),
	spread: fc.constantFrom(1, 3, 40, 40),
	trait: fc.constantFrom('plain', 'plain', 'plain', 'all-hashtags', 'reply', 'sensitive', 'spam'),
});

const deeds: fc.Arbitrary<Deed> = fc.oneof(
	{ weight: 6, arbitrary: newPosts },
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constantFrom(
				'delete' as const,
				'hand' as const,
				'hide' as const,
				'untag' as const,
				'tag' as const,
			),
			which: fc.nat(300),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('opt-out' as const), which: fc.nat(5) }) },
);

/** A run without any trouble. */
export const QUIET_RUN: Run = {
	kind: 'run',
	dry: false,
	strikes: [],
	kill: undefined,
	meanwhile: [],
	isStateThere: true,
};

const troubledRun: fc.Arbitrary<Run> = fc.record({
	kind: fc.constant('run' as const),
	dry: fc.constantFrom(false, false, false, false, true),
	strikes,
	kill: fc.option(
		fc.record({
			at: fc.constantFrom('request' as const, 'save' as const),
			number: fc.oneof(fc.nat(5), fc.nat(30)),
			isDone: fc.boolean(),
		}),
		{ nil: undefined },
	),
	meanwhile: fc.array(fc.record({ at: fc.oneof(fc.nat(5), fc.nat(30)), deed: deeds }), { maxLength: 3 }),
	isStateThere: fc.constantFrom(true, true, true, true, true, false),
});

const steps: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 5, arbitrary: deeds },
	{ weight: 4, arbitrary: fc.constant(QUIET_RUN) },
	{ weight: 4, arbitrary: troubledRun },
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant('pass' as const),
			time: fc.constantFrom(5 * MINUTE, 15 * MINUTE, 15 * MINUTE, HOUR, 9 * HOUR, 26 * HOUR),
		}),
	},
	{ weight: 1, arbitrary: fc.constantFrom<Step>({ kind: 'lose' }, { kind: 'roll-back' }) },
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constant('limit' as const), requests: fc.integer({ min: 1, max: 30 }) }),
	},
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constant('hashtags' as const), hashtags: hashtagLists }),
	},
);

export const histories: fc.Arbitrary<readonly Step[]> = fc.array(steps, {
	minLength: 1,
	maxLength: 24,
	size: 'max',
});
