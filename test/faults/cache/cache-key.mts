/** One for all runs, so that one query can meet another's entry. */
export const CACHE_KEY = 'shared';
