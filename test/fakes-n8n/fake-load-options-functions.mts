import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { ContextOptions } from './fake-context.mts';
import { fakeContext } from './fake-context.mts';

/** `ILoadOptionsFunctions` of a form that uses an access token, over real HTTP. */
export function fakeLoadOptionsFunctions(options: ContextOptions): ILoadOptionsFunctions {
	const functions = {
		...fakeContext(options),
		getNodeParameter: (_name: string, fallback?: unknown) => fallback,
		getCurrentNodeParameter: () => undefined,
		getCurrentNodeParameters: () => ({}),
	};
	return functions as unknown as ILoadOptionsFunctions;
}
