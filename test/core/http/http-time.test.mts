import { describe, expect, it } from '@jest/globals';
import { httpTime } from '../../../core/http/http-time';
import { NOON } from '../../fakes/fake-clock.mts';

describe('httpTime', () => {
	it.each([
		'Tue, 10 Mar 2026 12:00:00 GMT',
		' Tue, 10 Mar 2026 12:00:00 GMT ',
		'2026-03-10T12:00:00Z',
		'2026-03-10T13:00:00.000+01:00',
	])('reads %s', (text) => {
		expect(httpTime(text)).toBe(NOON);
	});

	it.each([
		undefined,
		'',
		'noon',
		'-5',
		'2026',
		'+275760-09-13T00:00:00.000Z',
		'Tue, 10 Mar 2026 99:00:00 GMT',
	])('reads nothing from %s', (text) => {
		expect(httpTime(text)).toBeUndefined();
	});
});
