import type { FaultKind } from '../../sandbox/faults.mts';
import type { Disturbance } from './disturbance.mts';
import type { Places } from './places.mts';

const DAY = 86_400_000;
const IN_FIVE_MINUTES = 300_000;

/**
 * Everything that can go wrong with a request and decides no post. Left out: 401, 403, 404, 410 and an empty list
 * are true answers ("your token is no good", "there is no such post", "there is nothing"), and are believed. So is
 * a status without `reblog`, which not every server sends where it is null: it is no boost.
 */
export function disturbances(places: Places): readonly Disturbance[] {
	return [
		...connections(),
		...silences(),
		...statuses(),
		...limits(),
		...redirects(places),
		...shapes(),
		...dates(),
		...lasting(),
	];
}

function connections(): Disturbance[] {
	return [
		{ name: 'the server is gone', fault: 'gone' },
		{ name: 'cut before the work', fault: { kind: 'close-before' } },
		{ name: 'cut after the work', fault: { kind: 'close-after' } },
		{ name: 'cut body', fault: { kind: 'cut-body' } },
		{ name: 'slow body', fault: { kind: 'trickle', ms: 100 } },
		{ name: 'body of 100 MB', fault: { kind: 'huge-body', bytes: 100_000_000 } },
	];
}

function silences(): Disturbance[] {
	return [
		{ name: 'no answer before the work', fault: { kind: 'hang' }, isSilent: true },
		{ name: 'no answer after the work', fault: { kind: 'hang', afterWork: true }, isSilent: true },
		{ name: 'half a body and then nothing', fault: { kind: 'stall' }, isSilent: true },
		{ name: 'body too slow to end in time', fault: { kind: 'trickle', ms: 90_000 }, isSilent: true },
	];
}

function statuses(): Disturbance[] {
	return [408, 422, 500, 502, 503, 504, 520].flatMap((status) =>
		[false, true].flatMap((afterWork): Disturbance[] => {
			const when = afterWork ? 'after the work' : 'before the work';
			return [
				{ name: `${status} as JSON ${when}`, fault: { kind: 'status', status, afterWork } },
				{ name: `${status} as HTML ${when}`, fault: { kind: 'html-error', status, afterWork } },
			];
		}),
	);
}

function limits(): Disturbance[] {
	const told = (status: number, headers: Record<string, string>): FaultKind => ({
		kind: 'status',
		status,
		headers,
	});
	const window = {
		'x-ratelimit-limit': '300',
		'x-ratelimit-remaining': '0',
		'x-ratelimit-reset': new Date(Date.now() + IN_FIVE_MINUTES).toISOString(),
	};
	return [
		{ name: '429 with X-RateLimit', fault: told(429, window) },
		{ name: '429 with Retry-After', fault: told(429, { 'retry-after': '60' }) },
		{ name: '429 without a time', fault: told(429, {}) },
		{ name: '503 with Retry-After', fault: told(503, { 'retry-after': '30' }) },
	];
}

function redirects({ same, other }: Places): Disturbance[] {
	return [301, 302, 307, 308].flatMap((status): Disturbance[] => [
		{ name: `${status} to itself`, fault: { kind: 'redirect', status, location: `${same}/elsewhere` } },
		{ name: `${status} to a stranger`, fault: { kind: 'redirect', status, location: `${other}/api` } },
	]);
}

function shapes(): Disturbance[] {
	const wrong = [{}, [{}], null, 7, 'text', [null, null], { error: 'odd' }].map((json) => ({
		name: `${JSON.stringify(json)} as the answer`,
		fault: { kind: 'wrong-shape', json } as const,
	}));
	const fields = ['id', 'uri', 'created_at', 'account', 'visibility', 'tags', 'reblogged'];
	const lacking = fields.map((field) => ({
		name: `an answer without ${field}`,
		fault: { kind: 'lacking-fields', fields: [field] } as const,
	}));
	return [
		...wrong,
		...lacking,
		{ name: 'broken JSON', fault: { kind: 'broken-json' } },
		{ name: 'JSON under a wrong name', fault: { kind: 'wrong-content-type', contentType: 'text/html' } },
	];
}

function dates(): Disturbance[] {
	return [-DAY, DAY].flatMap((ms): Disturbance[] => {
		const way = ms < 0 ? 'behind' : 'ahead';
		return [
			{ name: `a date that is a day ${way}`, fault: { kind: 'wrong-date', ms } },
			{ name: `from then on a date that is a day ${way}`, fault: { kind: 'wrong-date', ms }, lasts: true },
		];
	});
}

function lasting(): Disturbance[] {
	const faults: Record<string, FaultKind> = {
		'connections that are cut': { kind: 'close-before' },
		'connections that are cut after the work': { kind: 'close-after' },
		'503 as JSON': { kind: 'status', status: 503 },
		'502 as HTML': { kind: 'html-error' },
		'502 as HTML after the work': { kind: 'html-error', afterWork: true },
		'429 without a time': { kind: 'status', status: 429 },
		'broken JSON': { kind: 'broken-json' },
		'{} as the answer': { kind: 'wrong-shape', json: {} },
	};
	return Object.entries(faults).map(([name, fault]) => ({
		name: `from then on ${name}`,
		fault,
		lasts: true,
	}));
}
