import fc from 'fast-check';
import type { Json } from './odd-json.mts';
import { oddJson } from './odd-json.mts';
import { oddText } from './odd-text.mts';

type Change = 'drop' | 'replace' | 'repeat' | 'nest' | 'rename' | 'add';

interface Mutation {
	readonly change: Change;
	/** Which of all the places in the value, counted around. */
	readonly place: number;
	readonly value: Json;
	readonly name: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
	change: fc.constantFrom<Change>('drop', 'replace', 'replace', 'replace', 'repeat', 'nest', 'rename', 'add'),
	place: fc.nat({ max: 10_000 }),
	value: oddJson,
	name: oddText,
});

/** A valid example with one to four places of it spoilt: what is left of it leads a parser further in than noise. */
export function mutated(example: Json): fc.Arbitrary<Json> {
	return fc
		.array(mutation, { minLength: 1, maxLength: 4 })
		.map((mutations) =>
			mutations.reduce<Json>((value, next) => changed(value, placeIn(value, next), next), example),
		);
}

function placeIn(value: Json, { place }: Mutation): number {
	return place % sizeOf(value);
}

/** The value and everything in it. */
function sizeOf(value: Json): number {
	return partsOf(value).reduce((size, [, part]) => size + sizeOf(part), 1);
}

function changed(value: Json, place: number, mutation: Mutation): Json {
	if (place === 0) return spoilt(value, mutation);
	let passed = 1;
	const parts = partsOf(value).flatMap(([name, part]): ReadonlyArray<readonly [string, Json]> => {
		const start = passed;
		passed += sizeOf(part);
		if (place < start || place >= passed) return [[name, part]];
		if (place > start) return [[name, changed(part, place - start, mutation)]];
		return inPlace(name, part, mutation);
	});
	return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

function inPlace(name: string, part: Json, mutation: Mutation): ReadonlyArray<readonly [string, Json]> {
	switch (mutation.change) {
		case 'drop':
			return [];
		case 'rename':
			return [[mutation.name, part]];
		case 'repeat':
			return [
				[name, part],
				[`${name}${mutation.name}`, part],
			];
		default:
			return [[name, spoilt(part, mutation)]];
	}
}

function spoilt(value: Json, { change, value: other, name }: Mutation): Json {
	if (change === 'nest') return Array.isArray(value) ? [value] : { [name]: value };
	if (change !== 'add' || typeof value !== 'object' || value === null) return other;
	return Array.isArray(value) ? [...value, other] : Object.fromEntries([...partsOf(value), [name, other]]);
}

function partsOf(value: Json): ReadonlyArray<readonly [string, Json]> {
	return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
