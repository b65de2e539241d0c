import { UndiciHttp } from '../../../action/adapters/undici-http.mts';
import { boostNewPosts, parseOptions } from '../../../core/index';
import type { StateStore } from '../../../core/index';
import { Scene } from '../../action/scene.mts';
import { MemoryStore } from '../../fakes/memory-store.mts';
import { RecordingLog } from '../../fakes/recording-log.mts';
import type { Profile } from '../../sandbox/profile.mts';
import type { Rig } from './rig.mts';

/** So short that silence costs little, and long enough for an answer on a busy machine. */
const SHORT_LIMITS = { connect: 1_000, silence: 250, total: 400, body: 8 * 1024 * 1024 };

/** The engine over the Action's HTTP, in this process: pauses move the clocks of both sides and take no time. */
export async function coreRig(profile: Profile): Promise<Rig> {
	let slept = 0;
	const now = () => Date.now() + slept;
	const scene = await Scene.open(profile, now);
	let store: StateStore = new MemoryStore();
	const clock = { now, sleep: async (ms: number) => void (slept += ms) };
	return {
		scene,
		async run(inputs, isSilent = false) {
			const given = { instance: scene.sandbox.url, 'access-token': scene.token, ...inputs };
			const options = parseOptions(given);
			const http = new UndiciHttp({
				origin: options.instance.origin,
				accessToken: options.accessToken,
				userAgent: 'tests',
				...(isSilent ? { limits: SHORT_LIMITS } : {}),
			});
			const log = new RecordingLog();
			const host = { http, clock, store, log, random: Math.random, onDecision: () => undefined };
			const report = await boostNewPosts(options, host).finally(() => http.close());
			const lines = [...log.infos, ...log.warnings, JSON.stringify(report)].join('\n');
			const told = report.failure?.message ?? 'No failure is told where there is none.';
			return {
				isFine: report.failure === undefined,
				state: report.state,
				boosted: report.counts.boosted,
				blots: [
					...(lines.includes(scene.token) ? ['the token is shown'] : []),
					...(/^\S.{20,300}\.$/.test(told) ? [] : [`a failure that is no sentence: ${told}`]),
				],
			};
		},
		forget: () => (store = new MemoryStore()),
		close: () => scene.close(),
	};
}
