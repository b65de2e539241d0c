import { EARLY_FAILURES } from '../../../core/index';

/** What an error of n8n's request helpers says, wherever in its chain of causes. */
export interface RequestFailure {
	/** Status of an answer that n8n took for an error, if it was one. */
	readonly status: number | undefined;
	/** Why there was no answer, in words. */
	readonly detail: string;
	/** `false` only when no connection came about. */
	readonly mayHaveActed: boolean;
}

const LATE_FAILURES: Readonly<Record<string, string>> = {
	ECONNABORTED: 'there was no complete answer in time',
	ETIMEDOUT: 'there was no complete answer in time',
	ECONNRESET: 'the connection was cut',
	EPIPE: 'the connection was cut',
	ERR_BAD_RESPONSE: 'the connection was cut',
	ERR_CANCELED: 'the execution was cancelled',
};

/** A token that has expired and cannot be renewed: n8n says so in words alone. */
const RENEWAL = /refresh token|needs to be reconnected|invalid_grant/i;
const DEEPEST = 6;

export function requestFailure(error: unknown): RequestFailure {
	const chain = causesOf(error);
	const codes = chain.flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
	const messages = chain.map(({ message }) => (typeof message === 'string' ? message : ''));
	const early = codes.find((code) => Object.hasOwn(EARLY_FAILURES, code));
	if (early !== undefined) return { status: undefined, detail: EARLY_FAILURES[early]!, mayHaveActed: false };
	const late = codes.find((code) => Object.hasOwn(LATE_FAILURES, code));
	if (messages.some((message) => RENEWAL.test(message))) {
		return { status: 401, detail: 'the token could not be renewed', mayHaveActed: false };
	}
	return {
		// A connection that was cut has a status, too: the one that the cut answer began with.
		status: late === undefined ? statusIn(chain) : undefined,
		detail: late === undefined ? `the connection failed (${messages[0]})` : LATE_FAILURES[late]!,
		mayHaveActed: true,
	};
}

type Link = Readonly<Record<string, unknown>>;

function causesOf(error: unknown): readonly Link[] {
	const chain: Link[] = [];
	let link = error;
	while (typeof link === 'object' && link !== null && chain.length < DEEPEST) {
		chain.push(link as Link);
		link = (link as Link).cause;
	}
	return chain;
}

function statusIn(chain: readonly Link[]): number | undefined {
	for (const { httpCode, response } of chain) {
		const told = httpCode ?? (response as Link | null | undefined)?.status;
		const status = typeof told === 'string' || typeof told === 'number' ? Number(told) : NaN;
		if (Number.isInteger(status) && status >= 100 && status < 600) return status;
	}
	return undefined;
}
