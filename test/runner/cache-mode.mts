/**
 * How the cache service behaves: as it should; cutting every connection (`down`); never answering (`silent`);
 * failing on every request (`error500`); asking for less (`limited`); refusing to take new entries (`read-only`), or
 * to hand out the blobs of entries it has promised (`refuse-download`); saying that every key is taken (`reserved`);
 * cutting blobs in the middle, upload and download (`cut`); taking uploads and refusing to complete them, or losing
 * the answer to that (`unfinished`, `lost-answer`); taking its time (`slow`).
 */
export type CacheMode =
	| 'ok'
	| 'down'
	| 'silent'
	| 'error500'
	| 'limited'
	| 'read-only'
	| 'refuse-download'
	| 'reserved'
	| 'cut'
	| 'unfinished'
	| 'lost-answer'
	| 'slow';

/** When a mode holds: while an entry is looked for and downloaded, or while one is made. */
export type CachePhase = 'restore' | 'save';
