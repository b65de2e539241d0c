import { idsOf } from '../../action/scene.mts';
import type { Cell, Setting } from './cell.mts';
import type { Disturbance } from './disturbance.mts';
import { disturbances } from './disturbances.mts';
import type { Outcome } from './outcome.mts';
import type { Inputs, Rig } from './rig.mts';
import { strike } from './strike.mts';

/** Runs after which everything has to be settled. */
const CLEAN_RUNS = 3;

/** Disturbs a run and lets clean ones follow. Answers what is wrong then: nothing, if all is well. */
export async function runCell(
	{ profile, scenario, open }: Setting,
	{ request, disturbance }: Cell,
	{ stranger, inputs = {} }: { readonly stranger: string; readonly inputs?: Inputs },
): Promise<readonly string[]> {
	const rig = await open(profile);
	const { sandbox } = rig.scene;
	const chosen = disturbances({ same: sandbox.url, other: stranger })[disturbance]!;
	try {
		const posts = await scenario.prepare(rig);
		sandbox.clearRequests();
		const calm = await strike(sandbox, chosen, request);
		const disturbed = await rig.run({ ...scenario.inputs, ...inputs }, chosen.isSilent);
		const asked = rig.scene.asked();
		await calm();
		const clean = await untilIdle(rig, scenario.inputs);
		const wrong = [
			...(wasMade(asked.length, request, chosen) ? [] : ['the request was never made']),
			...(asked.some((line) => line.endsWith('/elsewhere')) ? ['it followed a redirect'] : []),
			...disturbed.blots,
			...clean.flatMap((outcome) => [...outcome.blots, ...(outcome.isFine ? [] : ['a clean run failed'])]),
			...verdictOnLast(clean.at(-1)!),
			...verdictOnBoosts(idsOf(posts), rig.scene.boosted()),
		];
		return wrong.map((what) => `${nameOf(rig, scenario.name, chosen.name, asked[request])}: ${what}`);
	} finally {
		await rig.close();
	}
}

/** With short time-outs a busy machine may end a run before that request, which is one more disturbance. */
function wasMade(asked: number, request: number, { fault, isSilent }: Disturbance): boolean {
	return isSilent === true || asked >= request + Number(fault !== 'gone');
}

async function untilIdle(rig: Rig, inputs: Inputs): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	do outcomes.push(await rig.run(inputs));
	while (outcomes.length < CLEAN_RUNS && (outcomes.length < 2 || outcomes.at(-1)!.boosted > 0));
	return outcomes;
}

function verdictOnLast({ state, boosted }: Outcome): string[] {
	return state === 'restored' && boosted === 0 ? [] : [`the last run: state ${state}, ${boosted} boosted`];
}

function verdictOnBoosts(wanted: readonly string[], boosted: readonly string[]): string[] {
	return [
		...wanted.filter((id) => !boosted.includes(id)).map((id) => `lost: post ${wanted.indexOf(id)}`),
		...boosted
			.filter((id, index) => boosted.indexOf(id) !== index)
			.map((id) => `doubled: post ${wanted.indexOf(id)}`),
		...boosted.filter((id) => !wanted.includes(id)).map((id) => `not to be boosted: ${id}`),
	];
}

function nameOf(rig: Rig, scenario: string, disturbance: string, asked = 'a request'): string {
	return `${rig.scene.sandbox.profile.software.name}, ${scenario}, ${asked}, ${disturbance}`;
}
