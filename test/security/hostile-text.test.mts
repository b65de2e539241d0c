import { describe, expect, it } from '@jest/globals';
import { Scene } from '../action/scene.mts';
import type { ActionRun } from '../runner/run-action.mts';
import { itIsTold } from '../tell-number.mts';
import { hostileTexts, PLACES } from './hostile-texts.mts';
import { obeyedCommands } from './obeyed-commands.mts';
import { PAYLOADS } from './payloads.mts';
import { renderedMarkdown } from './rendered-markdown.mts';
import { startRewritingServer } from './rewriting-server.mts';

const OUR_ELEMENTS = 'a code h2 h3 li p pre strong table tbody td th thead tr ul'.split(' ');
const OUTPUTS =
	'boosted-count skipped-count queued-count failed-count seen-count boosted report-file state'.split(' ');
/** As GitHub's filters look for them in rendered text. */
const SOCIAL = [/(?:^|\W)@[a-z0-9]/i, /[\w.+-]@[\w-]+\.\w/, /(?:^|\W)#\d/];
/** New lines are the only control signs there; signs that hide or turn text count as such. */
const CONTROL = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const names = Object.keys(PAYLOADS);
const groups = Array.from({ length: Math.ceil(names.length / 3) }, (_, index) =>
	names.slice(index * 3, index * 3 + 3),
);

/** As the engine reports it; the sandbox has no other way to know. */
const reported = (post: any) => [post.id, post.uri, post.url || post.uri];

describe.each(groups.map((group) => [group.join(', '), group] as const))(
	'Texts that are to %s',
	(_names, group) => {
		let run: ActionRun;
		let posts: readonly any[];

		it('end in a run like any other', async () => {
			const scene = await Scene.open();
			scene.post(5);
			const hostile = hostileTexts(group.map((name) => PAYLOADS[name]!));
			const server = await startRewritingServer(scene.sandbox.url, hostile.rewrite);
			run = await scene.run({
				inputs: {
					instance: server.url,
					'include-replies': 'true',
					'include-sensitive': 'true',
					'max-boosts': '1000',
					'max-boosts-per-author': '0',
					'max-wait': '0s',
				},
				env: { RUNNER_DEBUG: '1' },
			});
			await server.close();
			await scene.close();
			posts = hostile.posts();
			expect(run).toMatchObject({ exitCode: 1, stderr: '', post: { exitCode: 0, stderr: '' } });
			expect(Number(run.outputs['boosted-count'])).toBeGreaterThan(group.length * 20);
			expect(Number(run.outputs['failed-count'])).toBeGreaterThanOrEqual(group.length * 3);
		});

		it('give the runner no commands, and a terminal nothing but lines', () => {
			const [mask, ...commands] = obeyedCommands(run.stdout);
			expect(mask).toBe('add-mask');
			expect(commands.filter((name) => !['debug', 'warning'].includes(name))).toEqual(['error']);
			expect(commands.length).toBe(
				run.stdout.split('\n').filter((line) => /^::(?!add-mask)/.test(line)).length,
			);
			expect(run.stdout).not.toMatch(CONTROL);
		});

		it('are unchanged data in the outputs and the report, and nothing else is there', () => {
			expect(Object.keys(run.outputs).sort()).toEqual([...OUTPUTS].sort());
			expect(Object.keys(run.state).sort()).toEqual(['folder', 'key-prefix', 'restored-digest']);
			const sent = new Map(posts.map((post) => [post.id, reported(post)]));
			const boosted = JSON.parse(run.outputs.boosted!) as any[];
			expect(boosted.map(reported)).toEqual(boosted.map(({ id }) => sent.get(id)));
			const uris = new Set(posts.map(({ uri }) => uri));
			const report = JSON.parse(run.reportText!).posts as any[];
			expect(report.filter(({ uri }) => !uris.has(uri))).toEqual([]);
			const tags = new Set(posts.flatMap(({ tags: all }) => all.map(({ name }: any) => name)));
			expect(report.flatMap(({ hashtags }) => hashtags).filter((name) => !tags.has(name))).toEqual([]);
		});

		it('are text in the summary: no element, link, picture or mention of theirs', () => {
			const [{ elements, targets, attributes, bareText }] = renderedMarkdown([run.summary]) as [any];
			expect(elements.filter((name: string) => !OUR_ELEMENTS.includes(name))).toEqual([]);
			const addresses = posts.flatMap(({ url }) => (URL.canParse(url) ? [new URL(url).href] : []));
			expect(targets.length).toBeGreaterThan(20);
			expect(targets.filter((target: string) => !/^https?:/.test(target))).toEqual([]);
			expect(targets.filter((target: string) => !addresses.includes(URL.parse(target)?.href ?? ''))).toEqual(
				[],
			);
			expect(
				attributes.filter((text: string) => !/^(?:align=right|class=language-mermaid)$/.test(text)),
			).toEqual([]);
			expect(SOCIAL.filter((pattern) => pattern.test(bareText)).map((p) => p.exec(bareText))).toEqual([]);
			expect(run.summary.length).toBeLessThan(1024 * 1024);
		});
	},
);

describe('The number of combinations', () =>
	itIsTold('Hostile texts in places of posts and errors', () => names.length * PLACES));
