import { parseHashtags } from '../../../core/index';
import { isUrl, locatorFrom } from './locator';
import { ParameterError } from './parameter-error';
import { webAddress } from './web-address';

/** The hashtag that a parameter names, without `#`. */
export function hashtagName(value: unknown): string {
	const locator = locatorFrom(value);
	const name = isUrl(locator) ? nameIn(locator.text) : locator.text;
	const [hashtag, ...others] = parseHashtags('hashtags', name);
	if (hashtag === undefined) throw new ParameterError('Enter a hashtag, for example introduction.');
	if (others.length > 0) throw new ParameterError(`"${name.slice(0, 100)}" are several hashtags: enter one.`);
	return hashtag;
}

function nameIn(text: string): string {
	const { path } = webAddress(text, 'a hashtag');
	const name = /^\/(?:tags?|explore\/tags|t)\/([^/]+)\/?$/.exec(path)?.[1];
	if (name === undefined) {
		throw new ParameterError(
			`"${text.slice(0, 100)}" is no address of a hashtag: it should look like https://mastodon.social/tags/introduction.`,
		);
	}
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
