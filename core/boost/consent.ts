import type { Account } from '../mastodon/account';
import { profileHashtags } from '../mastodon/profile';
import type { Options } from './options';

/** What people write to be left alone, in the normal form of hashtags. */
const REFUSALS: readonly string[] = ['nobot', 'nobots', 'noboost', 'noboosts', 'noindex'];

/** Why the author did not agree to be boosted; undefined where nothing stands against it. */
export function consentProblem(
	account: Account,
	consent: Options['consent'],
): 'opted-out' | 'not-opted-in' | undefined {
	if (consent === 'none') return undefined;
	const hashtags = profileHashtags(account);
	if (account.noindex === true || REFUSALS.some((refusal) => hashtags.has(refusal))) return 'opted-out';
	// A server that does not tell whether the author agreed has not said yes for them.
	const agreed = account.discoverable === true && account.indexable === true;
	return consent === 'opt-in' && !agreed ? 'not-opted-in' : undefined;
}
