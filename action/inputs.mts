import type { RawOptions } from '../core/index';
import { InvalidOptionError, OPTION_TABLE } from '../core/index';
import type { ActionsCore } from './actions-core.mts';

/** Inputs as GitHub passes them: texts, blank where nothing was given. */
export interface Inputs {
	readonly options: RawOptions;
	/** Names the state; blank: derived. */
	readonly cacheKey: string;
	/** File that keeps the state instead of the Actions cache; blank: the cache. */
	readonly stateFile: string;
}

const LONGEST_CACHE_KEY = 200;

export function readInputs(core: Pick<ActionsCore, 'getInput'>, token: string): Inputs {
	const options = Object.fromEntries(Object.keys(OPTION_TABLE).map((name) => [name, core.getInput(name)]));
	return {
		options: { ...options, 'access-token': token },
		cacheKey: readCacheKey(core),
		stateFile: core.getInput('state-file'),
	};
}

function readCacheKey(core: Pick<ActionsCore, 'getInput'>): string {
	const key = core.getInput('cache-key');
	if (/^[\w.:@/ -]*$/.test(key) && key.length <= LONGEST_CACHE_KEY) return key;
	throw new InvalidOptionError(
		'cache-key',
		`it may hold letters, digits, spaces and -_.:@/ alone, ${LONGEST_CACHE_KEY} at most`,
	);
}
