import { describe, expect, it } from '@jest/globals';
import { NoResponseError } from '../../../core/http/no-response-error';
import {
	AccessDeniedError,
	MissingScopeError,
	ServerUnreachableError,
	TokenRefusedError,
	UnexpectedAnswerError,
} from '../../../core/mastodon/api-errors';
import { MastodonClient } from '../../../core/mastodon/client';
import type { Scripted } from '../../fakes/scripted-http.mts';
import { ok, respond, ScriptedHttp } from '../../fakes/scripted-http.mts';

const CATS = { hashtag: 'cats', mayBeUnknown: false };

function clientOf(...answers: Scripted[]) {
	const http = new ScriptedHttp(...answers);
	const problems: string[] = [];
	const client = new MastodonClient(http, 'here.example', (problem) => problems.push(problem));
	return { client, http, problems };
}

describe('MastodonClient, refused', () => {
	const failure = async (answer: Scripted) => {
		const { client } = clientOf(answer);
		return client.tagTimeline(CATS).catch((error: unknown) => error);
	};
	const ENDPOINT = 'GET /api/v1/timelines/tag/cats';

	it('says that the token was refused', async () => {
		await expect(failure(respond(401))).resolves.toEqual(new TokenRefusedError('here.example', 'invalid'));
	});

	it('takes the 422 of snac for a refused token where nothing else can be refused', async () => {
		const { client } = clientOf(respond(422));
		await expect(client.verifyCredentials()).rejects.toEqual(
			new TokenRefusedError('here.example', 'invalid'),
		);
	});

	it('takes a 422 elsewhere for an answer that is not expected', async () => {
		await expect(failure(respond(422, { error: 'Bad limit' }))).resolves.toEqual(
			new UnexpectedAnswerError('here.example', ENDPOINT, 'status 422: Bad limit'),
		);
	});

	it('says that the token belongs to no person', async () => {
		const answer = respond(422, { error: 'This method requires an authenticated user' });
		await expect(failure(answer)).resolves.toEqual(new TokenRefusedError('here.example', 'no-user'));
	});

	it('names the scope that is missing', async () => {
		const answer = respond(403, { error: 'This action is outside the authorized scopes' });
		await expect(failure(answer)).resolves.toEqual(new MissingScopeError('here.example', 'read:statuses'));
	});

	it('repeats what the server says of a closed door', async () => {
		const answer = respond(403, { error: 'Your login is currently disabled' });
		await expect(failure(answer)).resolves.toEqual(
			new AccessDeniedError('here.example', ENDPOINT, 'status 403: Your login is currently disabled'),
		);
	});

	it('says that the server cannot be reached, and why', async () => {
		const lost = new NoResponseError('connection refused', false);
		const error = await failure(lost);
		expect(error).toEqual(new ServerUnreachableError('here.example', 'connection refused'));
		expect((error as Error).cause).toBe(lost);
		await expect(failure(respond(503))).resolves.toBeInstanceOf(ServerUnreachableError);
	});

	it('says where a redirect points to, in one line', async () => {
		const error = await failure(respond(301, '', { location: 'https://new.example/\u001b' }));
		expect(error).toEqual(
			new UnexpectedAnswerError('here.example', ENDPOINT, 'status 301: it points to https://new.example/'),
		);
	});

	it.each([404, 410])('takes a %d of a hashtag that was met before for no answer', async (status) => {
		await expect(failure(respond(status))).resolves.toEqual(
			new UnexpectedAnswerError('here.example', ENDPOINT, 'there is no such thing'),
		);
	});

	it('does not take held posts for gone where the server knows no such address', async () => {
		const { client } = clientOf(respond(404, { error: 'Record not found' }));
		await expect(client.statuses(['5', '6'])).rejects.toEqual(
			new UnexpectedAnswerError('here.example', 'GET /api/v1/statuses', 'there is no such thing'),
		);
	});

	it.each([
		['<html>', 'it is no JSON'],
		['', 'it is no JSON'],
		['{}', 'the answer is not a list'],
		['[{}]', 'every entry is not a status ([0].id is not a text)'],
	])('says what is wrong with the answer %s', async (body, problem) => {
		await expect(failure(ok(body))).resolves.toEqual(
			new UnexpectedAnswerError('here.example', ENDPOINT, problem),
		);
	});

	it('throws a mistake of our own on as it is', async () => {
		const mistake = new TypeError('oops');
		await expect(failure(mistake)).resolves.toBe(mistake);
	});
});
