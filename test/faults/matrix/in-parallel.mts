/** Does the work for every item, at most so many at a time. */
export async function inParallel<Item>(
	items: readonly Item[],
	atOnce: number,
	work: (item: Item) => Promise<void>,
): Promise<void> {
	const waiting = items.values();
	const workers = Array.from({ length: atOnce }, async () => {
		for (const item of waiting) await work(item);
	});
	await Promise.all(workers);
}
