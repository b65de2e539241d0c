import { createHash, randomBytes } from 'node:crypto';
import type { Account } from './account.mts';

export interface Application {
	readonly id: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly name: string;
	readonly website: string | null;
	readonly redirectUris: readonly string[];
	readonly scopes: readonly string[];
}

export interface Token {
	readonly token: string;
	readonly application: Application;
	/** Null for a token of the application itself (client credentials). */
	readonly account: Account | null;
	readonly scopes: readonly string[];
	/** ms */
	readonly createdAt: number;
}

export interface Grant {
	readonly application: Application;
	readonly account: Account;
	readonly scopes: readonly string[];
	readonly redirectUri: string;
	/** PKCE, S256; undefined when the client sent none. */
	readonly challenge: string | undefined;
}

/** Applications, authorization codes and tokens. Codes are good for one exchange. */
export class OAuthStore {
	readonly tokens = new Map<string, Token>();
	readonly revoked = new Set<string>();
	readonly #applications = new Map<string, Application>();
	readonly #grants = new Map<string, Grant>();
	readonly #now: () => number;

	constructor(now: () => number) {
		this.#now = now;
	}

	register(given: Pick<Application, 'name' | 'website' | 'redirectUris' | 'scopes'>): Application {
		const application = {
			id: String(this.#applications.size + 1),
			clientId: secret(),
			clientSecret: secret(),
			...given,
		};
		this.#applications.set(application.clientId, application);
		return application;
	}

	application(clientId: string | undefined): Application | undefined {
		return this.#applications.get(clientId ?? '');
	}

	grant(grant: Grant): string {
		const code = secret();
		this.#grants.set(code, grant);
		return code;
	}

	/** The grant behind a code if verifier and redirect address fit; the code is spent either way. */
	redeem(code: string, redirectUri: string | undefined, verifier: string | undefined): Grant | undefined {
		const grant = this.#grants.get(code);
		this.#grants.delete(code);
		if (grant === undefined || grant.redirectUri !== redirectUri) return undefined;
		if (grant.challenge === undefined) return grant;
		const answer = createHash('sha256')
			.update(verifier ?? '')
			.digest('base64url');
		return answer === grant.challenge ? grant : undefined;
	}

	issue(application: Application, account: Account | null, scopes: readonly string[]): Token {
		const token = { token: secret(), application, account, scopes, createdAt: this.#now() };
		this.tokens.set(token.token, token);
		return token;
	}
}

function secret(): string {
	return randomBytes(32).toString('base64url');
}
