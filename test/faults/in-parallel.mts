/** Does the work for each item, so many at a time; the results stand in the order of the items. */
export async function inParallel<Item, Result>(
	items: readonly Item[],
	width: number,
	work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	const waiting = items.entries();
	const worker = async (): Promise<void> => {
		for (const [index, item] of waiting) results[index] = await work(item);
	};
	await Promise.all(Array.from({ length: width }, worker));
	return results;
}
