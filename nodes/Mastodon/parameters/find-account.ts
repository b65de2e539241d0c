import type { IDataObject } from 'n8n-workflow';
import { NotFoundError } from '../../../core/index';
import type { Session } from '../session';
import { textFrom } from '../text-from';
import { isUrl, locatorFrom } from './locator';
import { ParameterError } from './parameter-error';
import { webAddress } from './web-address';

const HANDLE = /^@?([\w.-]+(?:@[\p{L}\p{N}.:-]+)?)$/u;
const ID = /^[\w-]{1,100}$/;
const PROFILE = /^\/(?:@|users\/)([\w.-]+(?:@[\w.:-]+)?)\/?$/;

/** The account that a parameter names, as the instance tells of it; accounts it never met are fetched. */
export async function findAccount(value: unknown, session: Session): Promise<IDataObject> {
	const locator = locatorFrom(value);
	const { mode, text } = locator;
	if (text === '')
		throw new ParameterError(
			'Enter the account: a handle like @user@example.social, its address, or its ID.',
		);
	if (isUrl(locator)) return byUrl(text, session);
	const isHandle = mode === 'handle' || (mode === '' && /[@.]/.test(text));
	return isHandle ? byHandle(text, session) : byId(text, session);
}

async function byId(id: string, { api }: Session): Promise<IDataObject> {
	if (!ID.test(id)) throw new ParameterError(`"${id.slice(0, 100)}" is no ID of an account.`);
	const { value } = await api.entity({
		method: 'GET',
		path: `/api/v1/accounts/${id}`,
		scope: 'read:accounts',
		subject: `account ${id}`,
	});
	return value as IDataObject;
}

async function byHandle(text: string, session: Session): Promise<IDataObject> {
	const handle = HANDLE.exec(text)?.[1];
	if (handle === undefined) {
		throw new ParameterError(
			`"${text.slice(0, 100)}" is no handle of an account: write it like @user@example.social.`,
		);
	}
	const subject = `account @${handle}`;
	try {
		const { value } = await session.api.entity({
			method: 'GET',
			path: '/api/v1/accounts/lookup',
			query: [['acct', handle]],
			scope: 'read:accounts',
			subject,
		});
		return value as IDataObject;
	} catch (error) {
		// Looking up knows what the instance has met before; searching asks the other server.
		if (error instanceof NotFoundError && handle.includes('@')) return search(`@${handle}`, subject, session);
		throw asIs(error);
	}
}

async function byUrl(text: string, session: Session): Promise<IDataObject> {
	const { href, host, path } = webAddress(text, 'an account');
	const own = host === session.address.host ? PROFILE.exec(path)?.[1] : undefined;
	return own === undefined ? search(href, `account at ${href}`, session) : byHandle(own, session);
}

async function search(q: string, subject: string, { api, address }: Session): Promise<IDataObject> {
	const accounts = await api.search('accounts', q, { resolve: true, limit: 5, subject });
	// A search also answers accounts that are merely alike.
	const wanted = q.toLowerCase().replace(/^@|\/$/g, '');
	const found = accounts.find(({ acct, url, uri }) =>
		[acct, url, uri].some((name) => textFrom(name).toLowerCase() === wanted),
	);
	if (!found) throw new NotFoundError(address.host, subject, 'the search for it found nothing');
	return found as IDataObject;
}

function asIs(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
