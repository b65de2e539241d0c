import { BoostError } from '../../core/index';

/** Another run uses the state: what this one would do is left to it, or to the next run. */
export class StateInUseError extends BoostError {
	override readonly name = 'StateInUseError';
}
