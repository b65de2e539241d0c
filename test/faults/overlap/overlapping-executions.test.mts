import { afterEach, describe, expect, it } from '@jest/globals';
import { gotosocial, hollo, mastodon, mitra, portable, snac } from '../../sandbox/profiles.mts';
import { effort } from '../effort.mts';
import { itIsTold } from '../../tell-number.mts';
import { OverlapScene } from './overlap-scene.mts';

const { seed: first, factor } = effort();
const seeds = Array.from({ length: 12 * factor }, (_, index) => first + index);
const AT_ONCE = 2;
/** Others have limits that would have to be waited for in real time. */
const SERVERS = { mastodon, gotosocial, hollo, snac, mitra, portable };
let histories = 0;

/** n8n gives each execution a copy of the static data, and stores that of the last one to end. */
describe.each(Object.entries(SERVERS))(
	'Overlapping executions of Boost New Posts on %s',
	(_name, profile) => {
		let scene: OverlapScene;
		afterEach(() => scene.close());

		/** Several posts, of which some were boosted by an execution before, or none. */
		const begin = async (seed: number, options = {}): Promise<void> => {
			histories++;
			scene = await OverlapScene.open(profile, seed, options);
			scene.write();
			if (scene.chance(2)) await scene.run();
			for (let count = 0; count < 4; count++) scene.write();
		};
		const expectAllBoosted = () =>
			expect([...new Set(scene.boosted)].sort()).toEqual(scene.posts.map(({ uri }) => uri).sort());

		it.each(seeds)('lose nothing, and the next one mends what is missing (seed %d)', async (seed) => {
			await begin(seed);
			await scene.overlap(AT_ONCE, false);
			if (mayDouble) expect(scene.blindBoosts).toEqual([]);
			else expect(scene.doubles).toBe(0);

			const before = scene.doubles;
			const { state, counts } = await scene.run();
			expectAllBoosted();
			expect({ state, counts, setAside: scene.setAside }).toMatchObject({
				state: 'restored',
				counts: { failed: 0, queued: 0 },
				setAside: [],
			});
			expect(scene.doubles).toBe(before);
		});

		it.each(seeds)('lose nothing where one of them is killed (seed %d)', async (seed) => {
			await begin(seed);
			await scene.overlap(AT_ONCE, true);

			const before = scene.doubles;
			await scene.run();
			expectAllBoosted();
			expect(scene.doubles).toBe(before);
			if (mayDouble) expect(scene.blindBoosts).toEqual([]);
			else expect(scene.doubles).toBe(0);
		});

		it.each(seeds)('boost nothing twice where one is killed by itself (seed %d)', async (seed) => {
			await begin(seed);
			await scene.overlap(1, true);

			await scene.run();
			expectAllBoosted();
			expect(scene.doubles).toBe(0);
		});

		it.each(seeds)(
			'boost the first post of an author alone, where that was asked for (seed %d)',
			async (seed) => {
				await begin(seed, { firstPostOnly: true });
				const authors = scene.posts.map(({ account }) => account);
				await scene.overlap(AT_ONCE, scene.chance(2));
				for (const author of authors) scene.write(author);

				await scene.run();
				const firsts = scene.posts.filter(
					({ account }, index) => scene.posts.findIndex((other) => other.account === account) === index,
				);
				expect([...new Set(scene.boosted)].sort()).toEqual(firsts.map(({ uri }) => uri).sort());
			},
		);

		/** Where two look at the same moment, both find a post not boosted. */
		const mayDouble = profile.reblog.repeat === 'new-boost';
	},
);

describe('The number of histories', () =>
	itIsTold('Two executions of the n8n node at the same time', () => histories));
