import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from './objects-in';
import { textFrom } from './text-from';

/** A Tag with its history of a week summed up; the API writes numbers as texts. */
export function simpleHashtag(tag: IDataObject): IDataObject {
	const { name, url, following, history } = tag;
	const days = objectsIn(history);
	const count = (value: unknown) => Number(textFrom(value)) || 0;
	const sum = (field: string) => days.reduce((total, day) => total + count(day[field]), 0);
	return {
		name,
		url,
		...(following === undefined ? {} : { following }),
		uses_today: count(days[0]?.uses),
		uses_in_week: sum('uses'),
		accounts_today: count(days[0]?.accounts),
	} as IDataObject;
}
