/** A failure that ends a run. Its message is one sentence for people: what is wrong, where, how to mend it. */
export abstract class BoostError extends Error {
	abstract override readonly name: string;

	constructor(sentence: string, cause?: unknown) {
		super(sentence, { cause });
	}
}
