interface Scope {
	readonly Scope: string;
	readonly Permission: number;
}

const READ = 1;
const WRITE = 2;

/** Which branches' entries a run reads, in this order, and into which branch it writes. */
export class CacheToken {
	readonly readable: readonly string[];
	readonly writable: string | undefined;

	private constructor(scopes: readonly Scope[]) {
		this.readable = scopes.filter(({ Permission }) => (Permission & READ) !== 0).map(({ Scope }) => Scope);
		this.writable = scopes.find(({ Permission }) => (Permission & WRITE) !== 0)?.Scope;
	}

	/**
	 * A token as a run of `ref` gets it: its own branch first, then the default branch, which it only reads. As
	 * GitHub's own, it is a JWT whose claim `ac` lists the scopes; only the signature is worth nothing.
	 * @see https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching#restrictions-for-accessing-a-cache
	 */
	static issue(ref: string, defaultRef: string): string {
		const own: Scope = { Scope: ref, Permission: READ | WRITE };
		const scopes = ref === defaultRef ? [own] : [own, { Scope: defaultRef, Permission: READ }];
		const parts = [{ alg: 'none', typ: 'JWT' }, { ac: JSON.stringify(scopes) }];
		const encoded = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
		return [...encoded, 'unsigned'].join('.');
	}

	/** Reads an `Authorization` header; undefined where it holds no token of this service. */
	static read(header: string | undefined): CacheToken | undefined {
		const payload = /^Bearer [\w-]+\.([\w-]+)\.unsigned$/.exec(header ?? '')?.[1];
		if (payload === undefined) return undefined;
		const { ac } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { ac: string };
		return new CacheToken(JSON.parse(ac) as Scope[]);
	}
}
