import { afterAll, describe, expect, it } from '@jest/globals';
import { effort } from './effort.mts';
import { disturbances } from './matrix/disturbances.mts';
import { nodeRig } from './matrix/node-rig.mts';
import { pickCells } from './matrix/pick-cells.mts';
import { requestsOf } from './matrix/requests-of.mts';
import { SCENARIOS } from './matrix/scenarios.mts';
import { seededRandom } from './seeded-random.mts';
import { settingsOf } from './matrix/settings.mts';
import { sweep } from './matrix/sweep.mts';
import { itIsTold } from '../tell-number.mts';

const { seed, factor } = effort();
const LIST = disturbances({ same: '', other: '' });
/** n8n's time-out is a minute, and cannot be made shorter. */
const ANSWERED = [...LIST.keys()].filter((index) => !LIST[index]!.isSilent);
const SHARE = factor === 1 ? SCENARIOS.length : 1;

let ran = 0;
let all = 0;
afterAll(() => {
	process.stdout.write(`Fault matrix, n8n node: ${ran} of ${all} cells, seed ${seed}\n`);
});

describe.each(settingsOf(nodeRig).map((setting, index) => ({ ...setting, index })))(
	'The node Boost New Posts on $profile.software.name in $scenario.name',
	({ index, ...setting }) => {
		it('loses and doubles nothing, whatever goes wrong at whichever request', async () => {
			const requests = await requestsOf(setting);
			const mine = ANSWERED.filter((disturbance) => (disturbance + index) % SHARE === 0);
			const rounds = factor === 1 ? 1 : factor;
			const cells = pickCells(requests.length, mine, rounds, seededRandom(seed + index));
			ran += cells.length;
			all += requests.length * LIST.length;
			expect(await sweep(setting, cells, { atOnce: 4 })).toEqual([]);
		}, 3_600_000);
	},
);

describe('The number of cells', () => itIsTold('Faults at the requests of a run: the n8n node', () => ran));
