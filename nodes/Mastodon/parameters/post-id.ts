import { NotFoundError } from '../../../core/index';
import type { Session } from '../session';
import type { Locator } from './locator';
import { isUrl, locatorFrom } from './locator';
import { ParameterError } from './parameter-error';
import { webAddress } from './web-address';

/** Addresses of posts on the instance itself: they hold the ID, also of posts from elsewhere. */
const LOCAL_POST = /^\/(?:@[^/]+|users\/[^/]+)(?:\/(?:statuses|posts))?\/([\w-]{6,100})$/;
const ID = /^[\w-]{1,100}$/;

/** The ID, on the instance, of the post that a parameter names; posts of other servers are fetched for it. */
export async function postId(value: unknown, { address, client }: Session): Promise<string> {
	const locator = locatorFrom(value);
	if (!isUrl(locator)) return checkedId(locator);
	const { href, host, path } = webAddress(locator.text, 'a post');
	const own = host === address.host ? LOCAL_POST.exec(path)?.[1] : undefined;
	if (own !== undefined) return own;
	const post = await client.findByUrl(href);
	if (!post) throw new NotFoundError(address.host, `post at ${href}`, 'the search for it found nothing');
	return post.id;
}

function checkedId({ text }: Locator): string {
	if (ID.test(text)) return text;
	throw new ParameterError(
		text === ''
			? 'Enter the post: its ID on your instance, or its address.'
			: `"${text.slice(0, 100)}" is no ID of a post: it may hold letters, digits, - and _ alone.`,
	);
}
