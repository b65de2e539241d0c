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

/** Signs of a token that cannot be a part of something else by chance. */
const SHORTEST_TOKEN = 8;

export function readInputs(core: Pick<ActionsCore, 'getInput'>, token: string): Inputs {
	// Messages quote the beginnings of what was entered: a token that was pasted there would be cut, and so not masked.
	const read = (name: string) =>
		token.length < SHORTEST_TOKEN ? core.getInput(name) : core.getInput(name).replaceAll(token, '***');
	const options = Object.fromEntries(Object.keys(OPTION_TABLE).map((name) => [name, read(name)]));
	return {
		options: { ...options, 'access-token': token },
		cacheKey: readCacheKey(read),
		stateFile: read('state-file'),
	};
}

function readCacheKey(read: (name: string) => string): string {
	const key = read('cache-key');
	if (/^[\w.:@/ -]*$/.test(key) && key.length <= LONGEST_CACHE_KEY) return key;
	throw new InvalidOptionError(
		'cache-key',
		`it may hold letters, digits, spaces and -_.:@/ alone, ${LONGEST_CACHE_KEY} at most`,
	);
}
