import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sourcesOf = (folder: string, ending: RegExp): Array<[string, string]> =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => join(folder, path))
		.filter((path) => ending.test(path) && !path.startsWith(join('action', 'dist')))
		.map((path) => [path, readFileSync(path, 'utf8')]);

const SOURCES = ['core', 'nodes', 'credentials', 'action'].flatMap((folder) => sourcesOf(folder, /\.m?ts$/));
const WORKFLOWS = ['examples', join('.github', 'workflows')].flatMap((folder) =>
	sourcesOf(folder, /\.ya?ml$/),
);

describe('The sources', () => {
	it.each([
		[
			'start a program',
			/child_process|\bexec(?:File|Sync|FileSync)?\s*\(\s*['"`]|\bspawn(?:Sync)?\s*\(|worker_threads/,
		],
		['make code out of a text', /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|\bnode:vm\b|['"]vm['"]/],
		['load what is not named', /\brequire\s*\(|\bimport\s*\(\s*(?!'[^']+'\s*\))/],
		[
			'switch off the check of certificates',
			/rejectUnauthorized|NODE_TLS_REJECT|skipSslCertificateValidation/,
		],
		['write to standard output past the log', /console\.|process\.stderr/],
	])('nowhere %s', (_what, pattern) => {
		expect(SOURCES.length).toBeGreaterThan(100);
		const found = SOURCES.filter(([, text]) => pattern.test(text)).map(([path, text]) => [
			path,
			pattern.exec(text)![0],
		]);
		expect(found).toEqual([]);
	});
});

describe('The action', () => {
	it('runs its bundle and no script of a shell', () => {
		const yaml = readFileSync('action.yml', 'utf8');
		expect(yaml).toMatch(/^runs:\n {2}using: node24$/m);
		expect(yaml).not.toMatch(/^\s*(?:run|shell):|composite|\$\{\{/m);
	});
});

describe.each(WORKFLOWS)('The workflow %s', (path, yaml) => {
	it('puts no expression into a script', () => {
		const scripts = [...yaml.matchAll(/^( *)(?:- )?run: *(\|.*\n(?:\1 +.*\n?)+|.*)$/gm)].map(
			([script]) => script,
		);
		expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
		expect(yaml).not.toMatch(/pull_request_target|workflow_run/);
	});

	it('has the least rights, and uses the actions of GitHub and this one alone, at a version', () => {
		expect(yaml).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
		const used = [...yaml.matchAll(/\buses: *(\S+)/g)].map(([, name]) => name!);
		expect(used.length).toBeGreaterThan(0);
		const known = /^(?:actions\/[\w-]+|mastodon-hashtag-boost\/mastodon-hashtag-boost)@v\d+(?:\.\d+){0,2}$/;
		expect(used.filter((name) => !known.test(name))).toEqual([]);
	});

	it(`takes the token from a secret alone`, () => {
		const tokens = [...yaml.matchAll(/access-token: *(.*)/g)].map(([, value]) => value);
		expect(tokens.filter((value) => value !== '${{ secrets.MASTODON_ACCESS_TOKEN }}')).toEqual([]);
		expect(path).toMatch(/\.yml$/);
	});
});
