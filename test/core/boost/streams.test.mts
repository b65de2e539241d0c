import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { distinctHashtags, planStreams, streamOf } from '../../../core/boost/streams';
import { capabilitiesOf, PORTABLE } from '../../../core/mastodon/server';

const MASTODON = capabilitiesOf({ software: 'mastodon', version: '4.5.0' });
const names = (count: number) => Array.from({ length: count }, (_, index) => `tag${index}`);
const plan = (hashtags: readonly string[], known: readonly string[], server = MASTODON) =>
	planStreams(hashtags, 'any', server, (hashtag) => known.includes(hashtag)).map((stream) => stream.hashtags);

describe('planStreams', () => {
	it('packs four known hashtags into a request', () => {
		expect(plan(names(5), names(5))).toEqual([['tag0', 'tag1', 'tag2', 'tag3'], ['tag4']]);
	});

	it('asks for the others besides the first', () => {
		const [stream] = planStreams(['cats', 'dogs'], 'any', MASTODON, () => true);
		expect(stream).toEqual({
			hashtags: ['cats', 'dogs'],
			query: {
				hashtag: 'cats',
				others: ['dogs'],
				mayBeUnknown: false,
			},
		});
	});

	it('asks for hashtags that the server may not know alone', () => {
		expect(plan(names(3), [])).toEqual([['tag0'], ['tag1'], ['tag2']]);
	});

	it('minds no 404 of a hashtag that may be unknown, and minds it of one that was met', () => {
		for (const server of [MASTODON, PORTABLE]) {
			const streams = planStreams(['cats', 'dogs'], 'any', server, (hashtag) => hashtag === 'cats');
			const packed = planStreams(['cats'], 'any', server, () => false);
			expect(streams[0]?.query).toMatchObject({ hashtag: 'cats', mayBeUnknown: false });
			expect(packed[0]?.query).toEqual({ hashtag: 'cats', mayBeUnknown: true });
		}
	});

	it('lets a known hashtag lead unknown ones', () => {
		expect(plan(names(6), ['tag5'])).toEqual([['tag5', 'tag0', 'tag1', 'tag2'], ['tag3'], ['tag4']]);
	});

	it('asks one by one where the server packs nothing', () => {
		expect(plan(names(3), names(3), PORTABLE)).toEqual([['tag0'], ['tag1'], ['tag2']]);
	});

	it('reads one timeline for posts that need all hashtags', () => {
		const streams = planStreams(['cats', 'dogs'], 'all', MASTODON, () => true);
		expect(streams).toEqual([{ hashtags: ['cats', 'dogs'], query: { hashtag: 'cats', mayBeUnknown: true } }]);
	});

	it('asks for every hashtag once, four at most together, led by a known one', () => {
		const lists = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(lists, lists, (hashtags, known) => {
				const isKnown = (hashtag: string) => known.includes(hashtag) || hashtag < 'm';
				const streams = planStreams(hashtags, 'any', MASTODON, isKnown);
				expect(streams.flatMap((stream) => stream.hashtags).sort()).toEqual([...hashtags].sort());
				for (const { hashtags: packed, query } of streams) {
					expect(packed.length).toBeLessThanOrEqual(4);
					expect(packed.length === 1 || isKnown(query.hashtag)).toBe(true);
				}
			}),
		);
	});
});

describe('streamOf', () => {
	it('reads on together what was read together', () => {
		expect(streamOf(['cats', 'dogs'], MASTODON).query.others).toEqual(['dogs']);
	});

	it('asks for a single hashtag, or on a server that packs nothing, for the first one', () => {
		const alone = { hashtags: ['cats'], query: { hashtag: 'cats', mayBeUnknown: false } };
		expect(streamOf(['cats'], MASTODON)).toEqual(alone);
		expect(streamOf(['cats', 'dogs'], PORTABLE)).toEqual(alone);
	});
});

describe('distinctHashtags', () => {
	it('asks once for what the server takes for one', () => {
		expect(distinctHashtags(['sénégal', 'senegal', 'cats'], MASTODON)).toEqual(['sénégal', 'cats']);
	});

	it('asks for each where the server tells them apart', () => {
		expect(distinctHashtags(['sénégal', 'senegal'], PORTABLE)).toEqual(['sénégal', 'senegal']);
	});
});
