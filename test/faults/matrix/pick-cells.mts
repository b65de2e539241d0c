import type { Cell } from './cell.mts';

/**
 * A part of the matrix in which every request and every disturbance occurs, in each of the rounds; all of it when
 * the rounds are as many. In an order by chance.
 */
export function pickCells(
	requests: number,
	disturbances: readonly number[],
	rounds: number,
	random: () => number,
): readonly Cell[] {
	const rows = shuffled([...Array(requests).keys()], random);
	const columns = shuffled(disturbances, random);
	// Each diagonal of the longer side's length meets every row and every column; all of them are the matrix.
	const [long, short] = [Math.max(rows.length, columns.length), Math.min(rows.length, columns.length)];
	const cells: Cell[] = [];
	for (let round = 0; round < Math.min(rounds, short); round++) {
		for (let at = 0; at < long; at++) {
			const shifted = (at + round) % short;
			const [row, column] = rows.length === long ? [at, shifted] : [shifted, at];
			cells.push({ request: rows[row]!, disturbance: columns[column]! });
		}
	}
	return cells;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
	const rest = [...items];
	return items.map(() => rest.splice(Math.floor(random() * rest.length), 1)[0]!);
}
