import { describe, expect, it } from '@jest/globals';
import { actionMetadata } from './action-metadata.mts';

const YAML = `name: Boost
inputs:
  hashtags:
    description: >-
      Which posts
      to boost.
    required: true
  max-age:
    description: The oldest post
    default: 7d
outputs:
  state:
    description: What was known
runs:
  using: node24
  main: dist/main.mjs
  post: dist/post.mjs
`;

describe('actionMetadata', () => {
	it('reads inputs, outputs and the scripts', () => {
		const { name, inputs, outputs, runs } = actionMetadata(YAML);
		expect(name).toBe('Boost');
		expect(Object.fromEntries(inputs)).toEqual({
			hashtags: { description: 'Which posts to boost.', default: '', required: true },
			'max-age': { description: 'The oldest post', default: '7d', required: false },
		});
		expect([...outputs]).toEqual([['state', 'What was known']]);
		expect(runs).toEqual({
			using: 'node24',
			main: 'dist/main.mjs',
			post: 'dist/post.mjs',
			postIf: 'always()',
		});
	});

	it('refuses a default that only GitHub could evaluate', () => {
		const source = YAML.replace('default: 7d', "default: '${{ github.token }}'");
		expect(() => actionMetadata(source)).toThrow('The default of max-age is an expression');
	});

	it('refuses an action without a script', () => {
		expect(() => actionMetadata('name: Boost\n')).toThrow('action.yml has no runs.main');
	});
});
