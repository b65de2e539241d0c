import type { ChildProcess } from 'node:child_process';
import type { CacheService } from './cache-service.mts';

export interface RunActionOptions {
	/** What stands below `with:` in the workflow; the others get the defaults of `action.yml`. */
	readonly inputs?: Readonly<Record<string, string>>;
	/** Where `action.yml` is; the current folder unless given. */
	readonly actionFolder?: string;
	/** Without it the run has no cache at all, as in a container or on a server without one. */
	readonly cache?: CacheService;
	/** The branch that the workflow runs on; `refs/heads/main` unless given. */
	readonly ref?: string;
	/** One higher than that of the run before unless given. */
	readonly runId?: number;
	readonly attempt?: number;
	readonly workflow?: string;
	readonly job?: string;
	/** Goes before all that the runner itself puts into the environment. */
	readonly env?: Readonly<Record<string, string>>;
	/**
	 * The machine's folder: home, work space, temporary files. A new one, which is removed afterwards, unless
	 * given; a given one stays, but its temporary files go when the next run begins.
	 */
	readonly folder?: string;
	/** Set to false, the runner dies after the main step, and no post step runs. */
	readonly post?: boolean;
	/** Gets the main step's process when it has just been started, for example to kill it. */
	readonly onMain?: (child: ChildProcess) => void;
	/** The same of the post step. */
	readonly onPost?: (child: ChildProcess) => void;
	/** Of each step; two minutes unless given. */
	readonly timeoutMs?: number;
}
