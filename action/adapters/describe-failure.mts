import type { RequestLimits } from './undici-http.mts';

export interface Failure {
	readonly detail: string;
	/** `false` only when no connection came about. */
	readonly mayHaveActed: boolean;
}

/** Failures before a connection stood: the server cannot have seen the request. */
const BEFORE_CONNECTION: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'the connection was refused',
	ENOTFOUND: 'there is no server of that name',
	EAI_AGAIN: 'the name could not be looked up',
	EHOSTUNREACH: 'there is no way to the host',
	ENETUNREACH: 'there is no way to the network',
	UND_ERR_CONNECT_TIMEOUT: 'no connection came about in time',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
	SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is self-signed',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
	ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

/** Says in words why there was no complete answer. */
export function describeFailure(error: unknown, limits: RequestLimits): Failure {
	const code = codeOf(error);
	const early = BEFORE_CONNECTION[code];
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
