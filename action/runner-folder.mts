import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where this action may keep files while a job runs. */
export function runnerFolder(env: Readonly<Record<string, string | undefined>>): string {
	return join(env.RUNNER_TEMP ?? tmpdir(), 'mastodon-hashtag-boost');
}
