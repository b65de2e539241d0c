/** How a run ended. */
export interface Outcome {
	/** It did its work; false: it failed, with a sentence. */
	readonly isFine: boolean;
	/** The output `state`. */
	readonly state: string;
	readonly boosted: number;
	/** What is wrong with the way in which it ended: a stack trace, a second sentence, a token shown. */
	readonly blots: readonly string[];
}
