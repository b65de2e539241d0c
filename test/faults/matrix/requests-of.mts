import type { Setting } from './cell.mts';

/** What an undisturbed run of a setting asks of the server: `GET /api/…`, in order. */
export async function requestsOf({ profile, scenario, open }: Setting): Promise<readonly string[]> {
	const rig = await open(profile);
	try {
		await scenario.prepare(rig);
		rig.scene.sandbox.clearRequests();
		await rig.run(scenario.inputs);
		return rig.scene.asked();
	} finally {
		await rig.close();
	}
}
