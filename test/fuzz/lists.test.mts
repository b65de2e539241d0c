import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ILoadOptionsFunctions, INode, INodeListSearchResult } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { HttpResponse } from '../../core/ports/http';
import { Mastodon } from '../../nodes/Mastodon/Mastodon.node';
import { RecordingLog } from '../fakes/recording-log.mts';
import { fullAccount, fullStatus } from './examples.mts';
import { fuzzRuns } from './fuzz-runs.mts';
import type { Json } from './odd-json.mts';
import { oddAnswer } from './odd-answer.mts';
import { oddText } from './odd-text.mts';

const NODE = {
	id: '1',
	name: 'Mastodon',
	type: 'mastodon',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const TAG: Json = { name: 'cats', url: 'https://here.example/tags/cats' };
const FOUND: Json = { accounts: [fullAccount], statuses: [fullStatus], hashtags: [TAG] };

const { listSearch } = new Mastodon().methods;

/** A form whose server gives these answers in turn. Nothing that would have to be waited for. */
function formOf(answers: readonly HttpResponse[]): ILoadOptionsFunctions {
	let asked = 0;
	const functions = {
		getNode: () => NODE as unknown as INode,
		getCredentials: async () => ({ instance: 'here.example', accessToken: 'secret' }),
		getNodeParameter: (_name: string, fallback: unknown) => fallback,
		getCurrentNodeParameter: () => undefined,
		logger: new RecordingLog(),
		helpers: {
			httpRequestWithAuthentication: async () => {
				const { status, body } = answers[asked++ % answers.length]!;
				return { statusCode: status < 408 ? status : 422, headers: {}, body };
			},
		},
	};
	return functions as unknown as ILoadOptionsFunctions;
}

/** Undefined for an error that n8n shows; a slip of the program is none, though it is shown as one. */
async function shown(work: Promise<INodeListSearchResult>): Promise<INodeListSearchResult | undefined> {
	return work.catch((error: Error) => {
		if (!(error instanceof NodeApiError || error instanceof NodeOperationError)) throw error;
		for (const slip of [TypeError, RangeError, URIError, SyntaxError])
			expect(error.cause).not.toBeInstanceOf(slip);
		return undefined;
	});
}

describe('The lists of the forms', () => {
	it.each(Object.keys(listSearch) as Array<keyof typeof listSearch>)(
		'show texts or an error: %s',
		async (method) => {
			const answer = fc.oneof(
				oddAnswer(FOUND),
				oddAnswer([fullStatus, fullStatus]),
				oddAnswer([TAG, fullAccount]),
				oddAnswer(fullAccount),
			);
			let listed = 0;
			await fc.assert(
				fc.asyncProperty(
					fc.array(answer, { minLength: 1, maxLength: 3 }),
					fc.option(oddText, { nil: undefined }),
					async (answers, filter) => {
						const found = await shown(listSearch[method].call(formOf(answers), filter));
						for (const { name, value } of found?.results ?? []) {
							expect([typeof name, typeof value]).toEqual(['string', 'string']);
							listed++;
						}
					},
				),
				fuzzRuns(200),
			);
			expect(listed).toBeGreaterThan(20);
		},
	);
});
