import type { Session } from '../session';
import { answeredId } from '../answered-id';
import { findAccount } from './find-account';
import { locatorFrom } from './locator';

/** The ID, on the instance, of the account that a parameter names; nothing is asked where it was given itself. */
export async function accountId(value: unknown, session: Session): Promise<string> {
	const { mode, text } = locatorFrom(value);
	const isId = (mode === 'id' || mode === 'list') && /^[\w-]{1,100}$/.test(text);
	if (isId) return text;
	const { id } = await findAccount(value, session);
	return answeredId(id, session.api, 'the search for an account');
}
