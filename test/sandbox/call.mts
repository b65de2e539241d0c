import type { Account } from './account.mts';
import { ApiError } from './api-error.mts';
import type { Token } from './oauth-store.mts';
import { paramsFrom } from './params.mts';
import type { Params } from './params.mts';
import type { SandboxRequest } from './sandbox-request.mts';

/** A request on its way through a route; parameters of query and body are read alike, as Rails does. */
export class Call {
	readonly request: SandboxRequest;
	readonly token: Token | null;
	readonly params: Params;
	readonly #segments: Readonly<Record<string, string>>;

	constructor(request: SandboxRequest, segments: Readonly<Record<string, string>>, token: Token | null) {
		this.request = request;
		this.token = token;
		this.#segments = segments;
		this.params = { ...paramsFrom(request.query), ...request.body };
	}

	/** The account behind the token, if there is one. */
	get viewer(): Account | null {
		return this.token?.account ?? null;
	}

	/** For routes that need a user; the router has checked that there is one. */
	get user(): Account {
		if (this.viewer === null) throw new ApiError(422, 'This method requires an authenticated user');
		return this.viewer;
	}

	/** A named part of the path (`:id`). */
	segment(name: string): string {
		return this.#segments[name] ?? '';
	}

	text(name: string): string | undefined {
		const value = this.params[name];
		return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
	}

	flag(name: string): boolean {
		return ['true', '1', 'on', 'True', true, 1].includes(this.params[name] as string);
	}

	list(name: string): string[] {
		const value = this.params[name];
		return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
	}

	/** `limit` as Mastodon reads it: no number is 0, negative is positive, never above the maximum. */
	limit(fallback: number, maximum: number): number {
		const text = this.text('limit');
		if (text === undefined) return fallback;
		return Math.min(Math.abs(Number.parseInt(text, 10) || 0), maximum);
	}
}
