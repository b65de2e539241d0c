import { createHash } from 'node:crypto';
import type { StateOwner } from '../core/index';

/** Which place in which workflow runs: what tells two configurations of one repository apart. */
export interface WorkflowPlace {
	/** `refs/heads/main` */
	readonly ref: string;
	readonly workflow: string;
	readonly job: string;
	/** Id of the step. */
	readonly step: string;
}

export function workflowPlace(env: Readonly<Record<string, string | undefined>>): WorkflowPlace {
	return {
		ref: env.GITHUB_REF ?? '',
		workflow: env.GITHUB_WORKFLOW ?? '',
		job: env.GITHUB_JOB ?? '',
		step: env.GITHUB_ACTION ?? '',
	};
}

/**
 * What all cache keys of one state begin with. The branch is a part of it, because a branch may read the
 * default branch's entries and would go on with its state. Ends in `-`: no prefix is another's beginning.
 */
export function stateKeyPrefix(cacheKey: string, owner: StateOwner, place: WorkflowPlace): string {
	const { ref, workflow, job, step } = place;
	if (cacheKey === '') {
		const { instance, accountId, query } = owner;
		return `mastodon-hashtag-boost-v1-${digest([instance, accountId, query, ref, workflow, job, step])}-`;
	}
	return `mastodon-hashtag-boost-v1-${cacheKey.replace(/[^\w.-]+/g, '_')}-${digest([cacheKey, ref])}-`;
}

function digest(parts: readonly string[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
}
