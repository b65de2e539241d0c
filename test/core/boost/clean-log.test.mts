import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanLog } from '../../../core/boost/clean-log';
import { RecordingLog } from '../../fakes/recording-log.mts';

describe('cleanLog', () => {
	it('passes a message on, on its own level', () => {
		const log = new RecordingLog();
		const clean = cleanLog(log);
		clean.debug('looking');
		clean.info('found');
		clean.warn('lost');
		expect([log.debugs, log.infos, log.warnings]).toEqual([['looking'], ['found'], ['lost']]);
	});

	it('makes one line of a name that would be a workflow command on its own', () => {
		const log = new RecordingLog();
		cleanLog(log).info('Boosted https://remote.example/\n::add-mask::x\r\u2028\u001b[31m by ada.');
		expect(log.infos).toEqual(['Boosted https://remote.example/ ::add-mask::x [31m by ada.']);
	});

	it('passes on no control character, whatever it is given', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const log = new RecordingLog();
				cleanLog(log).warn(text);
				return !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(log.warnings[0]!);
			}),
		);
	});

	it('passes on 2,000 characters at most', () => {
		const log = new RecordingLog();
		cleanLog(log).debug('x'.repeat(2_001));
		expect(log.debugs).toEqual(['x'.repeat(2_000)]);
	});
});
