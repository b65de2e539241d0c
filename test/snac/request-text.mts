export interface SnacRequest {
	readonly body?: URLSearchParams;
	readonly token?: string;
}

/** Sends a GET, or a POST where there is a body, and answers the body; any status but a 2xx is an error. */
export async function requestText(url: string, path: string, { body, token }: SnacRequest): Promise<string> {
	const method = body === undefined ? 'GET' : 'POST';
	const response = await fetch(`${url}${path}`, {
		method,
		...(body === undefined ? {} : { body }),
		...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
		signal: AbortSignal.timeout(10_000),
	});
	const answer = await response.text();
	if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`);
	return answer;
}
