import type { Account } from './account';
import { accountFrom } from './account';
import type { Fields } from './shape';
import {
	countOf,
	idAt,
	listAt,
	listOf,
	objectAt,
	optionalFlag,
	optionalText,
	textAt,
	timeAt,
	WrongShapeError,
} from './shape';

/** What is read of a Status. https://docs.joinmastodon.org/entities/Status/ */
export interface Status {
	/** Opaque, unique on one server alone. */
	readonly id: string;
	/** The same on every server: what tells one post from another. */
	readonly uri: string;
	readonly url: string | undefined;
	/** Milliseconds since the epoch. */
	readonly createdAt: number;
	readonly visibility: string;
	readonly language: string | undefined;
	/** Marked as sensitive or behind a content warning. */
	readonly sensitive: boolean;
	readonly isReply: boolean;
	readonly mediaCount: number;
	readonly favouritesCount: number;
	readonly reblogsCount: number;
	/** Names as the server writes them, without `#`. */
	readonly hashtags: readonly string[];
	/** Whether the token's owner boosted it; undefined where the server does not say. */
	readonly reblogged: boolean | undefined;
	/** The thread or its author is muted by the token's owner. */
	readonly muted: boolean;
	/** One of the owner's own filters hides it. */
	readonly hiddenByFilter: boolean;
	/** The boosted post, when this status is a boost. */
	readonly reblog: Status | undefined;
	readonly account: Account;
	/** All that the server said, as it said it. */
	readonly raw: Fields;
}

/** Characters of an address: what is longer would fill the state. */
const LONGEST_ADDRESS = 2_000;
/** Characters of a hashtag that are read. Nobody can ask for a longer one, and to normalise it would take hours. */
const LONGEST_HASHTAG = 200;
/** Boosts of boosts that are followed. No server makes one of them. */
const DEEPEST_BOOST = 2;

/**
 * What decides whether a post may be boosted has to be there: an answer without it must not pass for one that says
 * no, because a post is decided once.
 */
export function statusFrom(value: unknown, where: string): Status {
	return statusAt(value, where, 0);
}

function statusAt(value: unknown, where: string, depth: number): Status {
	if (depth > DEEPEST_BOOST) throw new WrongShapeError(where, 'absent');
	const fields = objectAt(value, where);
	const { reblog } = fields;
	const url = optionalText(fields.url);
	return {
		id: idAt(fields, 'id', where),
		uri: textAt(fields, 'uri', where, LONGEST_ADDRESS),
		url: url !== undefined && url.length > LONGEST_ADDRESS ? undefined : url,
		createdAt: timeAt(fields, 'created_at', where),
		visibility: textAt(fields, 'visibility', where),
		language: optionalText(fields.language)?.toLowerCase(),
		sensitive: fields.sensitive === true || optionalText(fields.spoiler_text) !== undefined,
		isReply: optionalText(fields.in_reply_to_id) !== undefined,
		mediaCount: listOf(fields.media_attachments).length,
		favouritesCount: countOf(fields.favourites_count),
		reblogsCount: countOf(fields.reblogs_count),
		hashtags: listAt(fields.tags, `${where}.tags`).map((tag) =>
			textAt(objectAt(tag, `${where}.tags[]`), 'name', `${where}.tags[]`).slice(0, LONGEST_HASHTAG),
		),
		reblogged: optionalFlag(fields.reblogged),
		muted: fields.muted === true,
		hiddenByFilter: listOf(fields.filtered).some(isHiding),
		reblog:
			reblog === null || reblog === undefined ? undefined : statusAt(reblog, `${where}.reblog`, depth + 1),
		account: accountFrom(fields.account, `${where}.account`),
		raw: fields,
	};
}

/** A page of statuses. */
export interface StatusPage {
	readonly statuses: readonly Status[];
	/** How many entries the server gave, those of a wrong shape included. */
	readonly size: number;
	/** What was wrong with those that are left out. */
	readonly problems: readonly string[];
}

/** Entries of a page. 40 are asked for, and the work on a page grows faster than its length. */
const MOST_ENTRIES = 1_000;

/** One odd entry must not hold up a timeline: it is left out and told. Throws when no entry at all is a status. */
export function statusPage(value: unknown): StatusPage {
	const entries = listAt(value, 'the answer');
	if (entries.length > MOST_ENTRIES) {
		throw new WrongShapeError('the answer', `a list of ${MOST_ENTRIES} entries at most`);
	}
	const statuses: Status[] = [];
	const problems: string[] = [];
	for (const [index, entry] of entries.entries()) {
		try {
			statuses.push(statusFrom(entry, `[${index}]`));
		} catch (error) {
			problems.push(problemOf(error));
		}
	}
	if (statuses.length === 0 && problems.length > 0)
		throw new WrongShapeError('every entry', `a status (${problems[0]})`);
	return { statuses, size: entries.length, problems };
}

function problemOf(error: unknown): string {
	if (error instanceof WrongShapeError) return error.message;
	throw error;
}

/** https://docs.joinmastodon.org/entities/FilterResult/ */
function isHiding(result: unknown): boolean {
	const filter = (result as { filter?: { filter_action?: unknown } } | null)?.filter;
	return filter?.filter_action === 'hide';
}
