/**
 * How the cache service behaves: as it should; cutting every connection (`down`); never answering (`silent`);
 * failing on every request (`error500`); refusing to take new entries (`read-only`); refusing to hand out the
 * blobs of entries it has promised (`refuse-download`).
 */
export type CacheMode = 'ok' | 'down' | 'silent' | 'error500' | 'read-only' | 'refuse-download';
