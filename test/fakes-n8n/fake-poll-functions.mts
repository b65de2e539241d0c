import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import type { ContextOptions } from './fake-context.mts';
import { fakeContext, parameterOf, shownParameters } from './fake-context.mts';

export interface PollOptions extends ContextOptions {
	readonly parameters: IDataObject;
	readonly staticData: IDataObject;
	readonly mode?: 'manual' | 'trigger';
}

/** `IPollFunctions` of one poll, over real HTTP. */
export function fakePollFunctions({
	parameters,
	staticData,
	mode = 'trigger',
	...options
}: PollOptions): IPollFunctions {
	const shown = shownParameters(options.description, parameters);
	const functions = {
		...fakeContext(options),
		getNodeParameter: (name: string, fallback?: unknown) => parameterOf(shown, name, fallback),
		getMode: () => mode,
		getActivationMode: () => 'activate',
		getWorkflowStaticData: () => staticData,
	};
	return functions as unknown as IPollFunctions;
}
