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

export function accountFrom(value: unknown, where: string): Account {
	const fields = objectAt(value, where);
	const created = Date.parse(optionalText(fields.created_at) ?? '');
	return {
		id: idAt(fields, 'id', where),
		acct: textAt(fields, 'acct', where),
		url: optionalText(fields.url),
		displayName: optionalText(fields.display_name) ?? '',
		note: optionalText(fields.note) ?? '',
		fields: listOf(fields.fields).map((entry) => {
			const field = objectAt(entry, `${where}.fields[]`);
			return { name: optionalText(field.name) ?? '', value: optionalText(field.value) ?? '' };
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
