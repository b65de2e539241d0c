import { isId, UnexpectedAnswerError } from '../../core/index';
import type { Session } from './session';
import { textFrom } from './text-from';

/** The ID in an answer, which will stand in a path or a request. `endpoint`: what gave it, for the error. */
export function answeredId(value: unknown, { instance }: Session['api'], endpoint: string): string {
	const id = textFrom(value);
	if (isId(id)) return id;
	throw new UnexpectedAnswerError(instance, endpoint, 'its id is not an id');
}
