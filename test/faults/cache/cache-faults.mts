import type { CacheMode } from '../../runner/cache-mode.mts';
import { CACHE_KEY } from './cache-key.mts';
import type { CacheFault } from './cache-fault.mts';
import { damaged } from './damaged.mts';
import type { Damage } from './damaged.mts';

/** Everything that can be wrong with the Actions cache. */
export const CACHE_FAULTS: readonly CacheFault[] = [
	{ name: 'an evicted entry', arm: ({ cache }) => cache.evict(), state: 'recovered', warnings: 0 },
	{ name: 'an entry of noise', arm: ({ cache }) => cache.corrupt(), state: 'recovered', warnings: 1 },
	{
		name: 'a truncated entry',
		arm: ({ cache }) => cache.replace((archive) => archive.subarray(0, archive.length / 2)),
		state: 'recovered',
		warnings: 1,
	},
	{
		name: 'an empty entry',
		arm: ({ cache }) => cache.replace(() => Buffer.alloc(0)),
		state: 'recovered',
		warnings: 1,
	},
	...damages(),
	{
		name: 'an entry of another query',
		async arm(scene) {
			await scene.run({ inputs: { 'cache-key': CACHE_KEY, hashtags: 'dogs' } });
		},
		state: 'restored',
		warnings: 0,
	},
	...modes(),
];

function damages(): CacheFault[] {
	const edits: Record<string, Damage> = {
		'an entry without the state': { kind: 'another file' },
		'an entry with a folder in place of the state': { kind: 'folder' },
		'an empty state': { kind: 'edited', edit: () => '' },
		'half a state': { kind: 'edited', edit: (text) => text.slice(0, text.length / 2) },
		'a state that is null': { kind: 'edited', edit: () => 'null' },
		'a state without a queue': { kind: 'edited', edit: changed({ queue: undefined }) },
		'a state of a newer version': { kind: 'edited', edit: changed({ version: 2 }) },
		'a state of another account': {
			kind: 'edited',
			edit: changed({ owner: { instance: 'x', accountId: '1' } }),
		},
		"another program's file": { kind: 'edited', edit: () => '{"posts":[]}' },
	};
	return Object.entries(edits).map(([name, damage]) => ({
		name,
		arm: ({ cache }) => cache.replace((archive) => damaged(archive, damage)),
		state: 'recovered',
		warnings: 1,
	}));
}

function changed(fields: object): (text: string) => string {
	return (text) => JSON.stringify({ ...(JSON.parse(text) as object), ...fields });
}

function modes(): CacheFault[] {
	const restoring: Array<[CacheMode, CacheFault['state'], 0 | 1]> = [
		['down', 'unavailable', 1],
		['limited', 'unavailable', 1],
		['error500', 'unavailable', 1],
		['silent', 'unavailable', 1],
		['refuse-download', 'recovered', 1],
		['cut', 'unavailable', 1],
		['slow', 'restored', 0],
	];
	const saving: CacheMode[] = [
		'down',
		'limited',
		'error500',
		'silent',
		'read-only',
		'reserved',
		'cut',
		'unfinished',
		'lost-answer',
		'slow',
	];
	const slow = (mode: CacheMode) => (['error500', 'silent'].includes(mode) ? { isSlow: true as const } : {});
	return [
		...restoring.flatMap(([mode, state, warnings]) =>
			([['restore'], []] as const).map(
				([phase]): CacheFault => ({
					name: `the service ${mode} while restoring${phase ? '' : ' and saving'}`,
					arm: ({ cache }) => cache.setMode(mode, phase),
					state,
					warnings,
					...slow(mode),
				}),
			),
		),
		...saving.map(
			(mode): CacheFault => ({
				name: `the service ${mode} while saving`,
				arm: ({ cache }) => cache.setMode(mode, 'save'),
				state: 'restored',
				warnings: mode === 'slow' ? 0 : 1,
				...slow(mode),
			}),
		),
	];
}
