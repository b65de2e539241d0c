const email = 'owner@example.org';
/** Of an n8n that lives for a minute; n8n wants a digit and a capital letter in it. */
const password = 'Not-a-secret-1';

/** The owner's session with n8n's REST API, as the editor has it. */
export class N8nClient {
	readonly url: string;
	/** `name=value`, for a browser to go on with. */
	#cookie = '';

	constructor(url: string) {
		this.url = url;
	}

	get cookie(): { readonly name: string; readonly value: string } {
		const [name = '', value = ''] = this.#cookie.split('=');
		return { name, value };
	}

	/** Makes the owner of a new n8n and is logged in as them from then on. */
	async setUpOwner(): Promise<void> {
		await this.post('/owner/setup', { email, firstName: 'Olga', lastName: 'Owner', password });
	}

	async logIn(): Promise<void> {
		await this.post('/login', { emailOrLdapLoginId: email, password });
	}

	async get<T>(path: string): Promise<T> {
		return await this.#request<T>('GET', path);
	}

	async post<T>(path: string, body: object = {}): Promise<T> {
		return await this.#request<T>('POST', path, body);
	}

	/** What is no part of the REST API. */
	async file<T>(path: string): Promise<T> {
		return JSON.parse(await this.#fetch('GET', path)) as T;
	}

	async #request<T>(method: string, path: string, body?: object): Promise<T> {
		return (JSON.parse(await this.#fetch(method, `/rest${path}`, body)) as { data: T }).data;
	}

	/** Any status but a 2xx is an error with n8n's own message. */
	async #fetch(method: string, path: string, body?: object): Promise<string> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: { cookie: this.#cookie, 'content-type': 'application/json' },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			// npm runs behind one of these.
			signal: AbortSignal.timeout(60_000),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 2_000)}`);
		const cookie = response.headers.getSetCookie().find((line) => line.startsWith('n8n-auth='));
		if (cookie !== undefined) this.#cookie = cookie.split(';', 1)[0] ?? '';
		return text;
	}
}
