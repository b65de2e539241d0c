import { accountJson, statusJson } from '../fakes/make-status.mts';
import type { Json } from './odd-json.mts';

const FIELD = { name: 'Pronouns', value: '<p>she/her</p>', verified_at: null };

/** An account with a value in every field that is read. */
export const fullAccount = accountJson({
	fields: [FIELD, FIELD],
	noindex: false,
	moved: null,
	limited: false,
	suspended: false,
}) as Json;

const FILTER = { filter: { filter_action: 'warn' }, keyword_matches: null };

/** A status with a value in every field that is read. */
export const fullStatus = statusJson({
	account: fullAccount,
	media_attachments: [{ id: '1', type: 'image', url: 'https://here.example/1.png', description: null }],
	filtered: [FILTER],
	tags: [{ name: 'cats' }, { name: 'Sénégal' }],
	content: '<p>Look! <a href="https://here.example/tags/cats">#<span>cats</span></a></p>',
}) as Json;

/** The boost of a status. */
export const fullBoost = statusJson({ id: '200', reblog: fullStatus, account: fullAccount }) as Json;
