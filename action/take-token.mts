import type { ActionsCore } from './actions-core.mts';

/**
 * Reads the access token, masks it in the log, and takes it out of the environment, which every program that is
 * started from here would get. Empty where none was given.
 */
export function takeToken(
	core: Pick<ActionsCore, 'getInput' | 'setSecret'>,
	env: Record<string, string | undefined>,
): string {
	const token = core.getInput('access-token');
	if (token !== '') core.setSecret(token);
	delete env['INPUT_ACCESS-TOKEN'];
	return token;
}
