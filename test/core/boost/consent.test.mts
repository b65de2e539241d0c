import { describe, expect, it } from '@jest/globals';
import { consentProblem } from '../../../core/boost/consent';
import { makeAccount } from '../../fakes/make-status.mts';

describe('consentProblem', () => {
	it.each(['nobot', 'nobots', 'noboost', 'noboosts', 'noindex'])('takes #%s for a no', (refusal) => {
		const account = makeAccount({ note: `<p>Hello <a href="x">#<span>${refusal}</span></a></p>` });
		expect(consentProblem(account, 'opt-out')).toBe('opted-out');
		expect(consentProblem(account, 'opt-in')).toBe('opted-out');
		expect(consentProblem(account, 'none')).toBeUndefined();
	});

	it.each(['#nobother', 'nobot', '#bot'])('takes %s for no no', (note) => {
		expect(consentProblem(makeAccount({ note }), 'opt-out')).toBeUndefined();
	});

	it('reads a no in the name and in the fields', () => {
		const fields = [{ name: 'Bots', value: '#NoBot please' }];
		expect(consentProblem(makeAccount({ displayName: 'Ada #nobot' }), 'opt-out')).toBe('opted-out');
		expect(consentProblem(makeAccount({ fields }), 'opt-out')).toBe('opted-out');
	});

	it('takes noindex for a no', () => {
		expect(consentProblem(makeAccount({ noindex: true }), 'opt-out')).toBe('opted-out');
		expect(consentProblem(makeAccount({ noindex: true }), 'none')).toBeUndefined();
	});

	it.each([
		[true, true, undefined],
		[true, false, 'not-opted-in'],
		[false, true, 'not-opted-in'],
		[undefined, undefined, 'not-opted-in'],
		[true, undefined, 'not-opted-in'],
	])('with opt-in, for discoverable %s and indexable %s, answers %s', (discoverable, indexable, problem) => {
		expect(consentProblem(makeAccount({ discoverable, indexable }), 'opt-in')).toBe(problem);
	});

	it('with opt-out, asks for no agreement', () => {
		const account = makeAccount({ discoverable: false, indexable: false });
		expect(consentProblem(account, 'opt-out')).toBeUndefined();
	});
});
