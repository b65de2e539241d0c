import { describe, expect, it } from '@jest/globals';
import { positionOf, startingId } from '../../../core/boost/read-timeline';
import { idAt } from '../../../core/mastodon/id-time';
import { capabilitiesOf } from '../../../core/mastodon/server';
import { NOON } from '../../fakes/fake-clock.mts';
import { makeStatus } from '../../fakes/make-status.mts';

const server = (software: string) => capabilitiesOf({ software, version: '4.5.0' });
const ago = (minutes: number) => NOON - minutes * 60_000;
const idOf = (minutes: number) => idAt('snowflake', ago(minutes))!;
const post = (id: string, minutes: number) => makeStatus({ id, createdAt: ago(minutes) });

describe('positionOf', () => {
	it('is told by the id, and by the age where that tells nothing', () => {
		expect(positionOf(post(idOf(5), 90), server('mastodon'))).toBe(ago(5));
		expect(positionOf(post('42', 90), server('mastodon'))).toBe(ago(90));
		expect(positionOf(post(idOf(5), 90), server('akkoma'))).toBe(ago(90));
	});
});

describe('startingId', () => {
	it('is there where a timeline can be read upward from any time', () => {
		expect(startingId(server('mastodon'), ago(5))).toBe(idOf(5));
		expect(startingId(server('snac'), ago(5))).toBeUndefined();
		expect(startingId(server('unknown'), ago(5))).toBeUndefined();
	});
});
