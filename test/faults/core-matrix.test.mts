import { afterAll, describe, expect, it } from '@jest/globals';
import { effort } from './effort.mts';
import { coreRig } from './matrix/core-rig.mts';
import { disturbances } from './matrix/disturbances.mts';
import { pickCells } from './matrix/pick-cells.mts';
import { requestsOf } from './matrix/requests-of.mts';
import { seededRandom } from './seeded-random.mts';
import { settingsOf } from './matrix/settings.mts';
import { sweep } from './matrix/sweep.mts';
import { itIsTold } from '../tell-number.mts';

const { seed, factor } = effort();
const EVERYTHING = [...disturbances({ same: '', other: '' }).keys()];
/** The long form takes every cell. */
const ROUNDS = factor === 1 ? 2 : Infinity;
const PATIENCE = [
	{},
	{ 'max-wait': '5m' },
	{ 'max-wait': '5m', 'on-rate-limit': 'wait' },
	{ 'max-wait': '1h', 'on-rate-limit': 'wait' },
];

let ran = 0;
let all = 0;
afterAll(() => {
	process.stdout.write(`Fault matrix, engine over real HTTP: ${ran} of ${all} cells, seed ${seed}\n`);
});

describe.each(settingsOf(coreRig).map((setting, index) => ({ ...setting, index })))(
	'The engine on $profile.software.name in $scenario.name',
	({ index, ...setting }) => {
		it('loses and doubles nothing, whatever goes wrong at whichever request', async () => {
			const requests = await requestsOf(setting);
			const cells = pickCells(requests.length, EVERYTHING, ROUNDS, seededRandom(seed + index));
			ran += cells.length;
			all += requests.length * EVERYTHING.length;
			const inputsOf = ({ request, disturbance }: { request: number; disturbance: number }) =>
				PATIENCE[(seed + request + disturbance) % PATIENCE.length]!;
			expect(await sweep(setting, cells, { atOnce: 4, inputsOf })).toEqual([]);
		}, 3_600_000);
	},
);

describe('The undisturbed runs of the matrix', () => {
	it('ask for everything that a run can ask for', async () => {
		const asked = await Promise.all(settingsOf(coreRig).map(requestsOf));
		const kinds = asked.map((requests) =>
			requests.map((line) => line.replace(/(?<=(?:statuses|accounts)\/)[0-9A-Z]+/, ':id')),
		);
		const [, mastodonLater, , , gotosocialLater, , , portableLater] = kinds;
		const held = 'GET /api/v1/statuses/:id';
		const boost = 'POST /api/v1/statuses/:id/reblog';
		for (const requests of kinds) expect(requests).toContain(boost);
		for (const requests of [mastodonLater, gotosocialLater, portableLater]) expect(requests).toContain(held);
		expect(portableLater).toContain('GET /api/v1/accounts/:id/statuses');
	});
});

describe('The number of cells', () => itIsTold('Faults at the requests of a run: the engine', () => ran));
