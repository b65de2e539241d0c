import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SceneRun } from '../action/scene.mts';
import { Scene } from '../action/scene.mts';
import type { ActionRun } from '../runner/run-action.mts';
import type { Profile } from '../sandbox/profile.mts';
import { audit } from './audit.mts';
import { echoToken } from './echo-token.mts';
import { leftovers } from './leftovers.mts';
import { RecordedPrograms } from './recorded-programs.mts';
import type { RewritingServer } from './rewriting-server.mts';
import { startRewritingServer } from './rewriting-server.mts';
import type { Stranger } from './stranger.mts';
import { startStranger } from './stranger.mts';

/** A server that repeats the token everywhere, a stranger it points to, and a machine that is searched afterwards. */
export class HostileScene {
	private constructor(
		readonly scene: Scene,
		readonly server: RewritingServer,
		readonly stranger: Stranger,
		private readonly folder: string,
		private readonly programs: RecordedPrograms,
	) {}

	/** `turn`: which form of the token comes first. */
	static async open(profile?: Profile, turn = 0): Promise<HostileScene> {
		const scene = await Scene.open(profile);
		const stranger = await startStranger();
		const server = await startRewritingServer(scene.sandbox.url, echoToken(scene.token, stranger.url, turn));
		const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
		const programs = await RecordedPrograms.make(join(folder, 'programs'));
		return new HostileScene(scene, server, stranger, folder, programs);
	}

	async close(): Promise<void> {
		await this.server.close();
		await this.stranger.close();
		await this.scene.close();
		await rm(this.folder, { recursive: true });
	}

	/** A run on the hostile server, with all that can be made to talk talking. */
	async run({ inputs = {}, env = {}, onMain, ...options }: SceneRun = {}): Promise<HostileRun> {
		let commandLine = '';
		const folder = join(this.folder, 'machine');
		const run = await this.scene.run({
			...options,
			folder,
			inputs: { instance: this.server.url, 'max-wait': '0s', 'include-sensitive': 'true', ...inputs },
			env: { PATH: this.programs.path, RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true', ...env },
			onMain(child) {
				commandLine = readFileSync(`/proc/${child.pid}/cmdline`, 'utf8');
				onMain?.(child);
			},
		});
		const started = this.programs.told();
		const more = { 'started programs': started, 'list of processes': commandLine };
		const secret = (inputs['access-token'] ?? this.scene.token).trim();
		return {
			run,
			found: audit(leftovers({ run, folder, cache: this.scene.cache, more }), secret),
			started,
			strangerHeard: this.stranger.heard,
		};
	}
}

export interface HostileRun {
	readonly run: ActionRun;
	/** Where the token was found. */
	readonly found: readonly string[];
	/** Arguments and environments of the programs that were started. */
	readonly started: string;
	readonly strangerHeard: readonly string[];
}
