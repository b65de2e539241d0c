import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import type { INodeProperties, INodePropertyOptions, INodeTypeDescription, INodeTypes } from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';
import type { OptionName } from '../../core/index';
import { OPTION_GROUPS, OPTION_TABLE } from '../../core/index';
import { Mastodon } from '../../nodes/Mastodon/Mastodon.node';
import { MastodonTrigger } from '../../nodes/Mastodon/MastodonTrigger.node';
import { optionParameter } from '../../nodes/Mastodon/parameters/option-parameter';
import { RESOURCES } from '../../nodes/Mastodon/resources';

const node = new Mastodon().description;
const trigger = new MastodonTrigger().description;

/** Everything that n8n shows, with parameters inside collections. */
function allOf(properties: readonly INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [
		property,
		...allOf(
			(property.options ?? []).flatMap((option) =>
				'values' in option ? option.values : 'type' in option ? [option as INodeProperties] : [],
			),
		),
	]);
}

/** The parameters that the form shows when these are chosen. */
function shown(description: INodeTypeDescription, chosen: Record<string, string>): INodeProperties[] {
	const values = { authentication: 'accessToken', returnAll: false, ...chosen };
	return description.properties.filter((property) =>
		NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, description),
	);
}

const operations = Object.entries(RESOURCES).flatMap(([resource, { operations: known, description }]) =>
	Object.keys(known).map((operation) => ({
		resource,
		operation,
		choice: (description[0]!.options as INodePropertyOptions[]).find(({ value }) => value === operation)!,
	})),
);

describe('The description of the Mastodon node', () => {
	it('offers the operations of the contract', () => {
		expect(operations.map(({ resource, operation }) => `${resource} ${operation}`).sort()).toEqual([
			'account addToList',
			'account follow',
			'account get',
			'account getManyPosts',
			'account getRelationship',
			'account unfollow',
			'application register',
			'hashtag boostNewPosts',
			'hashtag follow',
			'hashtag get',
			'hashtag getManyFollowed',
			'hashtag getManyPosts',
			'hashtag unfollow',
			'post bookmark',
			'post boost',
			'post create',
			'post delete',
			'post favourite',
			'post findByUrl',
			'post get',
			'post undoBookmark',
			'post undoBoost',
			'post undoFavourite',
		]);
	});

	it('gives every operation a name, an action and a description of its own', () => {
		for (const texts of ['action', 'description'] as const) {
			const all = operations.map(({ choice }) => choice[texts]!);
			expect(all.every((text) => /^[A-Z].{5,}[^.]$/.test(text))).toBe(true);
			expect(new Set(all).size).toBe(all.length);
		}
		for (const { description } of Object.values(RESOURCES)) {
			const names = (description[0]!.options as INodePropertyOptions[]).map(({ name }) => name);
			expect(names).toEqual([...new Set(names)].sort());
		}
	});

	it.each(operations)(
		'shows the form of $resource $operation and nothing of others',
		({ resource, operation }) => {
			const form = shown(node, { resource, operation });
			const own = RESOURCES[resource]!.operations[operation]!.description;
			const common =
				resource === 'application' ? ['resource', 'operation'] : ['authentication', 'resource', 'operation'];
			expect(form.map(({ name }) => name)).toEqual([...common, ...own.map(({ name }) => name)]);
			const labels = form.map(({ displayName }) => displayName);
			expect(new Set(labels).size).toBe(labels.length);
		},
	);

	it('asks for no credential where an application is registered', () => {
		const asked = (resource: string) =>
			node.credentials!.filter((credential) =>
				NodeHelpers.displayParameter(
					{ resource, authentication: 'oAuth2' },
					credential,
					{ typeVersion: 1 },
					node,
				),
			);
		expect(asked('application')).toEqual([]);
		expect(asked('post').map(({ name }) => name)).toEqual(['mastodonAccountOAuth2Api']);
	});

	it.each([
		['boostNewPosts', 'hashtag', 'boost new posts: hashtag'],
		['get', 'account', 'get: account'],
	])('has a subtitle in words for %s', async (operation, resource, words) => {
		const parameters = { operation, resource };
		const placed = {
			id: '1',
			name: 'x',
			type: 'x',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters,
		};
		const nodeTypes = { getByNameAndVersion: () => ({ description: node }) } as unknown as INodeTypes;
		const { expression } = new Workflow({ nodes: [placed], connections: {}, active: false, nodeTypes });
		await expression.acquireIsolate();
		try {
			expect(expression.getSimpleParameterValue(placed, node.subtitle, 'internal', {})).toBe(words);
		} finally {
			await expression.releaseIsolate();
		}
	});

	it('can be a tool, has a subtitle, and says that manual runs keep nothing', () => {
		expect(node).toMatchObject({ usableAsTool: true, subtitle: expect.any(String) });
		expect(node.hints![0]).toMatchObject({ message: expect.stringContaining('manual run') });
	});
});

describe.each([
	[
		'node',
		node,
		{ resource: 'hashtag', operation: 'boostNewPosts' },
		['query', 'filter', 'memory', 'boost', 'reading'],
		{},
	],
	[
		'trigger',
		trigger,
		{ event: 'newPost' },
		['query', 'filter', 'memory', 'reading'],
		{ 'initial-window': '0s' },
	],
] as const)('The options of the %s', (_which, description, chosen, groups, initial) => {
	const form = shown(description, chosen);
	const collection = form.find(({ name }) => name === 'options')!.options as INodeProperties[];
	const byName = new Map([...form, ...collection].map((property) => [property.name, property]));

	it('are those of the table, under the same names and with the same defaults', () => {
		for (const [name, row] of Object.entries(OPTION_TABLE)) {
			const property = byName.get(optionParameter(name));
			const isOffered = (groups as readonly string[]).includes(OPTION_GROUPS[name as OptionName]);
			expect([name, property !== undefined]).toEqual([name, isOffered]);
			const expected = (initial as Record<string, string>)[name] ?? row.default;
			if (property) expect([name, String(property.default)]).toEqual([name, expected]);
			if (property && 'choices' in row)
				expect((property.options as INodePropertyOptions[]).map(({ value }) => value)).toEqual(row.choices);
		}
	});

	it('tell what the table tells', () => {
		for (const { description: text, type } of collection)
			expect(text).toMatch(type === 'boolean' ? /^Whether to [a-z].*[^.]$/ : /^\S.*[^.]$/);
		expect(byName.get('languages')!.description).toBe(OPTION_TABLE.languages.about.replace(/\.$/, ''));
		expect(byName.get('maxAge')!.description).toMatch(/^Older posts are never (?:boosted|passed on)$/);
	});

	it('stand in alphabetical order and have labels of their own', () => {
		const labels = collection.map(({ displayName }) => displayName);
		expect(new Set(labels).size).toBe(labels.length);
		const ofTable = collection
			.filter(({ name }) => name !== 'stateName')
			.map(({ displayName }) => displayName);
		expect(ofTable).toEqual([...ofTable].sort((a, b) => a.localeCompare(b)));
	});
});

describe.each([
	['Mastodon', node],
	['MastodonTrigger', trigger],
])('The files of %s', (name, description) => {
	it('hold a codex and both icons', () => {
		const codex = JSON.parse(readFileSync(`nodes/Mastodon/${name}.node.json`, 'utf8')) as Record<
			string,
			unknown
		>;
		expect(codex).toMatchObject({
			node: `n8n-nodes-mastodon-hashtag-boost.${description.name}`,
			categories: expect.arrayContaining(['Communication']),
		});
		const { light, dark } = description.icon as { light: string; dark: string };
		for (const icon of [light, dark])
			expect(existsSync(`nodes/Mastodon/${icon.replace('file:', '')}`)).toBe(true);
	});

	it('have descriptions without a full stop or an empty text', () => {
		for (const property of allOf(description.properties)) {
			if (property.description !== undefined && !/\. /.test(property.description))
				expect(property.description).toMatch(/^\S.*[^.\s]$/s);
		}
	});
});
