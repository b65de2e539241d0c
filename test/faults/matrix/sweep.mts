import type { Cell, Setting } from './cell.mts';
import { inParallel } from '../in-parallel.mts';
import type { Inputs } from './rig.mts';
import { runCell } from './run-cell.mts';
import { openStranger } from './stranger.mts';

export interface SweepOptions {
	readonly atOnce: number;
	/** Inputs of the disturbed run of a cell, besides those of the scenario. */
	readonly inputsOf?: (cell: Cell) => Inputs;
}

/** Runs cells of the matrix. Answers all that is wrong, in words. */
export async function sweep(
	setting: Setting,
	cells: readonly Cell[],
	{ atOnce, inputsOf = () => ({}) }: SweepOptions,
): Promise<readonly string[]> {
	const wrong: string[] = [];
	const stranger = await openStranger();
	await inParallel(cells, atOnce, async (cell) => {
		const given = { stranger: stranger.url, inputs: inputsOf(cell) };
		const found = await runCell(setting, cell, given).catch((error: Error) => [
			`request ${cell.request}, disturbance ${cell.disturbance}: thrown: ${error.stack}`,
		]);
		wrong.push(...found);
	});
	await stranger.close();
	return [...wrong, ...stranger.heard.map((line) => `a stranger was asked: ${line}`)];
}
