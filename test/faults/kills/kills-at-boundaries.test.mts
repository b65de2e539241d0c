import { afterAll, describe, expect, it } from '@jest/globals';
import type { Boundary } from '../../sandbox/request-hooks.mts';
import { effort } from '../effort.mts';
import { inParallel } from '../in-parallel.mts';
import { itIsTold } from '../../tell-number.mts';
import { killAndSettle } from './kill-and-settle.mts';
import type { Kill } from './kill.mts';
import { SIGNALS } from './kill.mts';
import { nameOf, storyKinds } from './story-kinds.mts';
import { undisturbed } from './undisturbed.mts';

const { factor } = effort();
const KINDS = storyKinds(factor);
const BOUNDARIES: readonly Boundary[] = ['received', 'worked', 'answered'];
const WIDTH = 2;
const made: Kill[] = [];

afterAll(() => {
	const withPost = made.filter(({ post }) => post).length;
	console.log(
		`Kills at request boundaries: ${made.length} in ${KINDS.length} stories, ${withPost} of them followed by the post step or in it.`,
	);
});

/** Every signal, with and without the post step; what is killed in the post step is followed by nothing. */
function waysToKill(isMain: boolean): ReadonlyArray<Pick<Kill, 'signal' | 'post'>> {
	return [true, false]
		.filter((post) => post || isMain)
		.flatMap((post) => SIGNALS.map((signal) => ({ signal, post })));
}

describe('Killed at every boundary of every request, it has boosted each post once when it comes to rest', () => {
	it.each(KINDS.map((kind, index) => [nameOf(kind), kind, index] as const))(
		'%s',
		async (name, kind, index) => {
			const { requests, problems } = await undisturbed(kind);
			expect(problems).toEqual([]);
			const kills = requests.flatMap(({ nth, isMain }) =>
				BOUNDARIES.flatMap((boundary, place): Kill[] => {
					const all = waysToKill(isMain).map((way) => ({ ...way, moment: { nth, boundary } }));
					// The short form takes turns: each boundary is met in one way, and each way at many of them.
					return factor > 1 ? all : [all[(nth * 4 + place + index) % all.length]!];
				}),
			);
			const aftermaths = await inParallel(kills, WIDTH, (kill) => killAndSettle(kind, [kill]));
			expect({ story: name, problems: aftermaths.flatMap((aftermath) => aftermath.problems) }).toEqual({
				story: name,
				problems: [],
			});
			expect(aftermaths.every(({ struck }) => struck === 1)).toBe(true);
			made.push(...kills);
		},
		1_200_000 * factor,
	);
});

describe('The number of kills', () => itIsTold('Kills at the boundaries of requests', () => made.length));
