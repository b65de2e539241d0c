import { EARLY_FAILURES } from '../../core/index';
import type { RequestLimits } from './undici-http.mts';

export interface Failure {
	readonly detail: string;
	/** `false` only when no connection came about. */
	readonly mayHaveActed: boolean;
}

/** Says in words why there was no complete answer. */
export function describeFailure(error: unknown, limits: RequestLimits): Failure {
	const code = codeOf(error);
	const early = EARLY_FAILURES[code];
	if (early !== undefined) return { detail: early, mayHaveActed: false };
	switch (code) {
		case 'UND_ERR_HEADERS_TIMEOUT':
		case 'UND_ERR_BODY_TIMEOUT':
			return { detail: `nothing came for ${limits.silence / 1000} s`, mayHaveActed: true };
		case 'UND_ERR_RES_EXCEEDED_MAX_SIZE':
			return { detail: `the answer is larger than ${limits.body / 1024 / 1024} MB`, mayHaveActed: true };
		case 'TimeoutError':
			return { detail: `there was no complete answer within ${limits.total / 1000} s`, mayHaveActed: true };
		case 'ECONNRESET':
		case 'UND_ERR_SOCKET':
		case 'EPIPE':
			return { detail: 'the connection was cut', mayHaveActed: true };
		default:
			return { detail: `the connection failed (${code || 'unknown error'})`, mayHaveActed: true };
	}
}

function codeOf(error: unknown): string {
	const { code, name, cause } = (error ?? {}) as { code?: unknown; name?: unknown; cause?: unknown };
	if (typeof code === 'string') return code;
	if (name === 'TimeoutError') return name;
	return cause === undefined ? '' : codeOf(cause);
}
