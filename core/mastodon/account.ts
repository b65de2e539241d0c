import { idAt, listOf, objectAt, optionalFlag, optionalText, textAt } from './shape';

/** What is read of an Account. https://docs.joinmastodon.org/entities/Account/ */
export interface Account {
	readonly id: string;
	/** `user` on the instance itself, `user@host` elsewhere. */
	readonly acct: string;
	readonly url: string | undefined;
	readonly displayName: string;
	/** Biography, as HTML. */
	readonly note: string;
	/** Profile fields: names are plain text, values are HTML. */
	readonly fields: ReadonlyArray<{ readonly name: string; readonly value: string }>;
	readonly bot: boolean;
	/** Milliseconds since the epoch; midnight on Mastodon. Not stated by every server. */
	readonly createdAt: number | undefined;
	readonly discoverable: boolean | undefined;
	readonly indexable: boolean | undefined;
	/** Known of accounts of the instance itself alone. */
	readonly noindex: boolean | undefined;
	readonly moved: boolean;
	readonly limited: boolean;
	readonly suspended: boolean;
}

/** Characters of a handle: user and host. */
const LONGEST_HANDLE = 500;
/** What is read of a profile. Mastodon allows 30 characters for the name, 500 for the biography, four fields of 255. */
const LONGEST_NAME = 2_000;
const LONGEST_NOTE = 50_000;
const MOST_FIELDS = 40;
const LONGEST_FIELD = 5_000;

export function accountFrom(value: unknown, where: string): Account {
	const fields = objectAt(value, where);
	const created = Date.parse(optionalText(fields.created_at) ?? '');
	return {
		id: idAt(fields, 'id', where),
		acct: textAt(fields, 'acct', where, LONGEST_HANDLE),
		url: optionalText(fields.url),
		displayName: beginningOf(fields.display_name, LONGEST_NAME),
		note: beginningOf(fields.note, LONGEST_NOTE),
		fields: listOf(fields.fields)
			.slice(0, MOST_FIELDS)
			.map((entry) => {
				const { name, value } = objectAt(entry, `${where}.fields[]`);
				return { name: beginningOf(name, LONGEST_FIELD), value: beginningOf(value, LONGEST_FIELD) };
			}),
		bot: fields.bot === true,
		createdAt: Number.isNaN(created) ? undefined : created,
		discoverable: optionalFlag(fields.discoverable),
		indexable: optionalFlag(fields.indexable),
		noindex: optionalFlag(fields.noindex),
		moved: typeof fields.moved === 'object' && fields.moved !== null,
		limited: fields.limited === true,
		suspended: fields.suspended === true,
	};
}

function beginningOf(value: unknown, longest: number): string {
	return optionalText(value)?.slice(0, longest) ?? '';
}
