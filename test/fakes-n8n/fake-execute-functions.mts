import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { ContextOptions } from './fake-context.mts';
import { fakeContext, parameterOf, shownParameters } from './fake-context.mts';

export interface BinaryField {
	readonly bytes: Buffer;
	readonly mimeType: string;
	readonly fileName: string;
}

export interface ExecuteOptions extends ContextOptions {
	/** Parameters of each item, as the expressions in them would come out. */
	readonly items: readonly IDataObject[];
	readonly binary?: Readonly<Record<string, BinaryField>>;
	readonly continueOnFail?: boolean;
	readonly staticData?: IDataObject;
	readonly executionId?: string;
	readonly cancelSignal?: AbortSignal;
}

/** `IExecuteFunctions` of one execution, over real HTTP. */
export function fakeExecuteFunctions(options: ExecuteOptions): IExecuteFunctions {
	const {
		description,
		items,
		binary = {},
		continueOnFail = false,
		staticData = {},
		executionId = '7',
	} = options;
	const context = fakeContext(options);
	const shown = items.map((given) => shownParameters(description, given));
	const fieldOf = (name: string) => {
		const field = binary[name];
		if (field) return field;
		throw new NodeOperationError(context.getNode(), `This operation expects the binary field '${name}'`);
	};
	const functions = {
		...context,
		getInputData: () => items.map((json) => ({ json })),
		getNodeParameter: (name: string, index: number, fallback?: unknown) =>
			parameterOf(shown[index] ?? {}, name, fallback),
		continueOnFail: () => continueOnFail,
		getMode: () => 'trigger',
		getExecutionId: () => executionId,
		getExecutionCancelSignal: () => options.cancelSignal,
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		getWorkflowStaticData: () => staticData,
		helpers: {
			...context.helpers,
			assertBinaryData: (_index: number, name: string): IBinaryData => {
				const { mimeType, fileName } = fieldOf(name);
				return { data: '', mimeType, fileName };
			},
			getBinaryDataBuffer: async (_index: number, name: string) => fieldOf(name).bytes,
		},
	};
	return functions as unknown as IExecuteFunctions;
}
