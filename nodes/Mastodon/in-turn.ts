/** The last one in each line. */
const lines = new Map<string, Promise<unknown>>();

/** Does the work when all work that came before under the same key has ended, whichever way it ended. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
	const before = lines.get(key) ?? Promise.resolve();
	const mine = before.then(work, work);
	lines.set(key, mine);
	try {
		return await mine;
	} finally {
		if (lines.get(key) === mine) lines.delete(key);
	}
}
