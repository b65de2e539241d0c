import type { IDataObject } from 'n8n-workflow';

/** A Tag with its history of a week summed up; the API writes numbers as texts. */
export function simpleHashtag(tag: IDataObject): IDataObject {
	const { name, url, following, history } = tag;
	const days = Array.isArray(history) ? (history as IDataObject[]) : [];
	const sum = (field: string) => days.reduce((total, day) => total + Number(day[field] ?? 0), 0);
	return {
		name,
		url,
		...(following === undefined ? {} : { following }),
		uses_today: Number(days[0]?.uses ?? 0),
		uses_in_week: sum('uses'),
		accounts_today: Number(days[0]?.accounts ?? 0),
	} as IDataObject;
}
