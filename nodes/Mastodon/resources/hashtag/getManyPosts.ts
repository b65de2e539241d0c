import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { RawOptions } from '../../../../core/index';
import { listPosts, parseOptions } from '../../../../core/index';
import type { Operation } from '../../operation';
import { hashtagLocator } from '../../parameters/hashtag-locator';
import { hashtagName } from '../../parameters/hashtag-name';
import { mostWanted } from '../../parameters/most-wanted';
import { optionCollection } from '../../parameters/option-collection';
import { optionParameter } from '../../parameters/option-parameter';
import { rawOptions } from '../../parameters/raw-options';
import { returnAll } from '../../parameters/return-all';
import { simplify } from '../../parameters/simplify';
import { postJson } from '../../post-json';

/** A list shows everything until a filter is added: the defaults of boosting would hide most of it. */
const EVERYTHING: RawOptions = {
	consent: 'none',
	'include-replies': 'true',
	'include-bots': 'true',
	'include-sensitive': 'true',
	'include-own': 'true',
	'on-rate-limit': 'wait',
};

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	description: 'Without filters every public post is returned',
	options: optionCollection({
		groups: ['filter'],
		without: ['min-age'],
		wording: { act: 'return', done: 'returned' },
	}),
};

/** The posts with a hashtag, the newest first. */
export const { description, execute }: Operation = {
	description: [hashtagLocator, ...returnAll, filters, simplify],
	async execute(itemIndex, connect) {
		const hashtag = hashtagName(this.getNodeParameter('hashtag', itemIndex));
		const most = mostWanted.call(this, itemIndex);
		const given = this.getNodeParameter('filters', itemIndex, {}) as IDataObject;
		const { address, accessToken, http, clock, log } = await connect();
		const options = parseOptions({
			...EVERYTHING,
			...rawOptions(given),
			instance: address.origin,
			'access-token': accessToken,
			hashtags: hashtag,
		});
		const isOfAnyAge = given[optionParameter('max-age')] === undefined;
		const posts = await listPosts(
			isOfAnyAge ? { ...options, maxAge: Infinity } : options,
			{ http, clock, log, random: Math.random },
			{ most, pages: Infinity },
		);
		const isSimple = this.getNodeParameter('simplify', itemIndex, true) === true;
		return posts.map(({ raw }) => postJson(raw as IDataObject, isSimple));
	},
};
