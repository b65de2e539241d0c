import { afterEach, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idsOf, Scene } from './action/scene.mts';

const EXAMPLES = readdirSync('examples').filter((name) => name.endsWith('.yml'));

/** The lines below `with:` as inputs; expressions of GitHub get what they stand for in a scheduled run. */
function inputsOf(workflow: string): Record<string, string> {
	const [, block = ''] = /^ {8}with:\n((?: {10}.*\n)+)/m.exec(workflow) ?? [];
	const inputs: Record<string, string> = {};
	let name = '';
	for (const line of block.split('\n').filter((text) => text.trim() !== '')) {
		const entry = /^ {10}([\w-]+): ?(.*)$/.exec(line);
		if (entry) {
			name = entry[1]!;
			inputs[name] = entry[2] === '|' ? '' : entry[2]!;
		} else inputs[name] += `${line.trim()}\n`;
	}
	for (const [key, value] of Object.entries(inputs)) {
		if (value.includes("|| 'false'")) inputs[key] = 'false';
	}
	return inputs;
}

describe.each(EXAMPLES)('The example %s', (name) => {
	let scene: Scene;
	afterEach(() => scene.close());

	it('boosts the first post of a new member', async () => {
		scene = await Scene.open();
		const author = scene.author({ note: '<p>Née à Dakar</p>', createdAt: Date.now() - 86_400_000 });
		const post = scene.post(30, { account: author, hashtags: ['introduction'] });
		const inputs = inputsOf(readFileSync(join('examples', name), 'utf8'));
		const server = { instance: scene.sandbox.url, 'access-token': scene.token };
		const run = await scene.run({ inputs: { ...inputs, ...server, 'boost-interval': '0s' } });
		expect(run).toMatchObject({ exitCode: 0 });
		expect(Object.keys(inputs)).toContain('hashtags');
		expect(scene.boosted()).toEqual(idsOf([post]));
	});
});

it('The workflow of the README is the example boost.yml', () => {
	const [, shown = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
	const workflow = readFileSync('examples/boost.yml', 'utf8').replace(/^#.*\n/gm, '');
	expect(
		shown
			.replace(/^ {3}/gm, '')
			.replace(/^ *#.*\n/gm, '')
			.trim(),
	).toBe(workflow.trim());
});
