/** A parameter that cannot be used: one sentence that says what is wrong and how to mend it. */
export class ParameterError extends Error {
	override readonly name = 'ParameterError';
}
