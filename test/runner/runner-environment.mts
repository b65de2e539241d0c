import { join } from 'node:path';
import type { ActionMetadata } from './action-metadata.mts';
import type { RunActionOptions } from './run-action-options.mts';

let lastRunId = 0;

/**
 * What an action finds in its environment on a machine with this folder, but for the files of the single step.
 * Of our own environment it gets only what it takes to start programs and to trust a test's certificate.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export function runnerEnvironment(
	metadata: ActionMetadata,
	folder: string,
	options: RunActionOptions,
): Record<string, string> {
	const { ref = 'refs/heads/main', inputs = {}, cache } = options;
	const defaults = [...metadata.inputs].map(([name, input]) => [name, input.default] as const);
	const variables = [...defaults, ...Object.entries(inputs)].map(([name, value]) => {
		return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value] as const;
	});
	const certificates = process.env['NODE_EXTRA_CA_CERTS'];
	return {
		PATH: process.env['PATH'] ?? '',
		...(certificates === undefined ? {} : { NODE_EXTRA_CA_CERTS: certificates }),
		HOME: join(folder, 'home'),
		CI: 'true',
		GITHUB_ACTIONS: 'true',
		GITHUB_ACTION: '__self',
		GITHUB_ACTOR: 'octocat',
		GITHUB_API_URL: 'https://api.github.com',
		GITHUB_EVENT_NAME: 'schedule',
		GITHUB_JOB: options.job ?? 'boost',
		GITHUB_REF: ref,
		GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
		GITHUB_REPOSITORY: 'octocat/boost',
		GITHUB_REPOSITORY_OWNER: 'octocat',
		GITHUB_RUN_ATTEMPT: String(options.attempt ?? 1),
		GITHUB_RUN_ID: String(options.runId ?? ++lastRunId),
		GITHUB_SERVER_URL: 'https://github.com',
		GITHUB_WORKFLOW: options.workflow ?? 'Boost',
		GITHUB_WORKSPACE: join(folder, 'work'),
		RUNNER_ARCH: 'X64',
		RUNNER_ENVIRONMENT: 'github-hosted',
		RUNNER_NAME: 'emulated',
		RUNNER_OS: 'Linux',
		RUNNER_TEMP: join(folder, 'temp'),
		RUNNER_TOOL_CACHE: join(folder, 'tools'),
		...Object.fromEntries(variables),
		...cache?.env(ref),
		...options.env,
	};
}
