import { BoostError } from '../boost-error';

/** An option that cannot be used: nothing was asked of the server yet. */
export class InvalidOptionError extends BoostError {
	readonly name = 'InvalidOptionError';

	constructor(
		/** The option's name as the Action writes it: `max-age`. */
		readonly option: string,
		/** What is wrong with it and how to mend it, without a full stop. */
		problem: string,
	) {
		super(`Input "${option}": ${problem}.`);
	}
}
