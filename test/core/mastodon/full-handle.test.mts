import { describe, expect, it } from '@jest/globals';
import { fullHandle } from '../../../core/mastodon/full-handle';

describe('fullHandle', () => {
	it('adds the host that a server leaves out for its own accounts', () => {
		expect(fullHandle('ada', 'here.example')).toBe('ada@here.example');
	});

	it('keeps the host that is there', () => {
		expect(fullHandle('ada@remote.example', 'here.example')).toBe('ada@remote.example');
	});

	it('is in lower case', () => {
		expect(fullHandle('Ada@Remote.Example', 'here.example')).toBe('ada@remote.example');
	});
});
