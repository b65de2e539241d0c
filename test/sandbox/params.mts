/** Request parameters as Rails nests them: `a[]=1` is a list, `a[b]=1` a record, `a[b][]=1` a list in one. */
export type Params = Record<string, unknown>;

export function paramsFrom(entries: Iterable<readonly [string, string]>): Params {
	const params: Params = {};
	for (const [key, value] of entries) {
		const [, name = key, inner, list] = /^([^[]+)(?:\[([^\]]+)\])?(\[\])?$/.exec(key) ?? [];
		const place = inner === undefined ? params : nested(params, name);
		add(place, inner ?? name, value, list !== undefined);
	}
	return params;
}

function nested(params: Params, name: string): Params {
	const record = isRecord(params[name]) ? params[name] : {};
	params[name] = record;
	return record;
}

function add(place: Params, name: string, value: string, list: boolean): void {
	const before = place[name];
	place[name] = list ? [...(Array.isArray(before) ? before : []), value] : value;
}

export function isRecord(value: unknown): value is Params {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
