import { normalHashtag, plainHashtag } from '../mastodon/hashtag';
import { wordsOf } from '../mastodon/profile';
import { InvalidOptionError } from './invalid-option-error';
import type { OptionName } from './option-table';

const MOST_HASHTAGS = 100;
const LONGEST_HASHTAG = 100;
const LONGEST_PHRASE = 200;
/** What no server takes into a hashtag. */
const FOREIGN = /[^\p{L}\p{M}\p{N}_\u00b7\u30fb\u200c]/u;

/** Entries separated by commas, white space or new lines. */
export function splitList(text: string): readonly string[] {
	return text.split(/[\s,]+/u).filter((entry) => entry !== '');
}

/** Words or phrases, one a line or separated by commas. */
export function parsePhrases(option: OptionName, text: string): readonly string[] {
	return text
		.split(/[\r\n,]+/u)
		.map((phrase) => phrase.trim())
		.filter((phrase) => phrase !== '')
		.map((phrase) => {
			if (phrase.length > LONGEST_PHRASE) {
				throw new InvalidOptionError(
					option,
					`"${phrase.slice(0, 60)}..." has more than ${LONGEST_PHRASE} signs; put a comma or a new line between phrases`,
				);
			}
			if (/[\p{L}\p{N}\p{So}]/u.test(wordsOf(phrase))) return phrase;
			throw new InvalidOptionError(option, `"${phrase.slice(0, 60)}" holds no word`);
		});
}

/** Hashtags without `#`, each once, in the order given. */
export function parseHashtags(option: OptionName, text: string): readonly string[] {
	const hashtags = splitList(text).map((entry) => parseHashtag(option, entry));
	if (hashtags.length === 0 && text !== '') throw new InvalidOptionError(option, 'it names no hashtag');
	if (hashtags.length > MOST_HASHTAGS) {
		throw new InvalidOptionError(
			option,
			`${hashtags.length} hashtags are too many; name ${MOST_HASHTAGS} at most`,
		);
	}
	return [...new Set(hashtags)];
}

/** Refuses what Mastodon would turn into another hashtag, so that nobody follows one unawares. */
function parseHashtag(option: OptionName, entry: string): string {
	// Composed, a hashtag is shorter than as it was written; to compose a text without end would take hours.
	const hashtag = plainHashtag(entry.slice(0, 4 * LONGEST_HASHTAG));
	const isWhole = entry.length <= 4 * LONGEST_HASHTAG;
	if (
		!isWhole ||
		normalHashtag(hashtag) === '' ||
		FOREIGN.test(hashtag) ||
		hashtag.length > LONGEST_HASHTAG
	) {
		throw new InvalidOptionError(
			option,
			`"${entry.slice(0, 60)}" is no hashtag; it may hold letters, digits and _ alone, ${LONGEST_HASHTAG} at most`,
		);
	}
	if (/^[\p{N}_]+$/u.test(hashtag)) {
		throw new InvalidOptionError(option, `"${entry.slice(0, 60)}" is no hashtag; it needs a letter`);
	}
	return hashtag;
}
