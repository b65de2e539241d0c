/** What an execution keeps. */
export interface ResultData {
	readonly runData: RunData;
	/** Why it failed. */
	readonly error?: NodeFailure;
}

/** Each node's runs, in order. */
export type RunData = Readonly<Record<string, readonly NodeRun[]>>;

/** What the error panel shows: a sentence, and what else there is to say. */
export interface NodeFailure {
	readonly message: string;
	readonly description?: string | null;
}

export interface NodeRun {
	readonly data?: { readonly main: ReadonlyArray<readonly Item[] | null> };
}

export interface Item {
	readonly json: Readonly<Record<string, any>>;
	readonly pairedItem?: unknown;
}

/** The items that each node gave out, over all of its runs and outputs. */
export function itemsOf(runData: RunData): Record<string, Item[]> {
	return Object.fromEntries(
		Object.entries(runData).map(([name, runs]) => [
			name,
			runs.flatMap((run) => run.data?.main ?? []).flatMap((output) => output ?? []),
		]),
	);
}
