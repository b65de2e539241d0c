export interface CacheEntry {
	readonly key: string;
	/** The branch it belongs to, like `refs/heads/main`. */
	readonly ref: string;
	/** Hash of the paths and the compression, made by the client. */
	readonly version: string;
	/** In bytes, of the archive. */
	readonly size: number;
	readonly createdAt: Date;
}

/** What names an entry: there is only one with the same three, and it never changes. */
export type CacheName = Pick<CacheEntry, 'key' | 'ref' | 'version'>;

interface Stored extends CacheName {
	readonly id: number;
	bytes: Buffer;
	/** Set by the end of the upload; nobody finds the entry before. */
	createdAt?: Date;
}

export class CacheStore {
	readonly #now: () => Date;
	/** In the order of their creation. */
	#stored: Stored[] = [];
	#lastId = 0;

	constructor(now: () => Date) {
		this.#now = now;
	}

	/** The id to upload to; undefined where such an entry exists, or somebody is about to upload it. */
	reserve(name: CacheName): number | undefined {
		if (this.#named(name) !== undefined) return undefined;
		const id = ++this.#lastId;
		this.#stored.push({ ...name, id, bytes: Buffer.alloc(0) });
		return id;
	}

	/** Answers false where nobody has reserved this id. */
	write(id: number, bytes: Buffer): boolean {
		const stored = this.#stored.find((entry) => entry.id === id);
		if (stored === undefined) return false;
		stored.bytes = bytes;
		return true;
	}

	/** Lets others find the entry; undefined where it was not reserved or has another size. */
	finalize(name: CacheName, size: number): number | undefined {
		const stored = this.#named(name);
		if (stored === undefined || stored.bytes.length !== size) return undefined;
		// Newest is what was completed last, not what was begun last.
		this.#stored = [...this.#stored.filter((entry) => entry !== stored), stored];
		stored.createdAt = this.#now();
		return stored.id;
	}

	/**
	 * In each branch, for each key: the entry of that name, else the newest whose name begins with it.
	 * @see https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching#cache-key-matching
	 */
	find(
		keys: readonly string[],
		version: string,
		refs: readonly string[],
	): { id: number; key: string } | undefined {
		for (const ref of refs) {
			const visible = this.#complete().filter((entry) => entry.ref === ref && entry.version === version);
			for (const key of keys) {
				const found =
					visible.find((entry) => entry.key === key) ??
					visible.findLast((entry) => entry.key.startsWith(key));
				if (found !== undefined) return found;
			}
		}
		return undefined;
	}

	bytes(id: number): Buffer | undefined {
		return this.#stored.find((entry) => entry.id === id)?.bytes;
	}

	/** The newest last. */
	entries(): CacheEntry[] {
		return this.#complete().map(({ key, ref, version, bytes, createdAt }) => {
			return { key, ref, version, size: bytes.length, createdAt };
		});
	}

	/** Of the newest entry of that key. */
	read(key: string): Buffer | undefined {
		return this.#complete().findLast((entry) => entry.key === key)?.bytes;
	}

	evict(keyPrefix: string): void {
		this.#stored = this.#stored.filter((entry) => !entry.key.startsWith(keyPrefix));
	}

	/** Replaces what was uploaded by as many bytes that are no archive. */
	corrupt(keyPrefix: string): void {
		for (const entry of this.#complete()) {
			if (entry.key.startsWith(keyPrefix)) entry.bytes.fill('garbage');
		}
	}

	replace(change: (archive: Buffer) => Buffer): void {
		for (const entry of this.#complete()) entry.bytes = change(entry.bytes);
	}

	#named(name: CacheName): Stored | undefined {
		return this.#stored.find(
			(entry) => entry.key === name.key && entry.ref === name.ref && entry.version === name.version,
		);
	}

	#complete(): Array<Stored & { createdAt: Date }> {
		return this.#stored.filter(
			(entry): entry is Stored & { createdAt: Date } => entry.createdAt !== undefined,
		);
	}
}
