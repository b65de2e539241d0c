import { afterAll, describe, expect, it } from '@jest/globals';
import { effort } from './effort.mts';
import { bundleRig } from './matrix/bundle-rig.mts';
import type { Cell } from './matrix/cell.mts';
import { disturbances } from './matrix/disturbances.mts';
import { pickCells } from './matrix/pick-cells.mts';
import { requestsOf } from './matrix/requests-of.mts';
import { seededRandom } from './seeded-random.mts';
import { settingsOf } from './matrix/settings.mts';
import { sweep } from './matrix/sweep.mts';
import { itIsTold } from '../tell-number.mts';

const { seed, factor } = effort();
const LIST = disturbances({ same: '', other: '' });
const ANSWERED = [...LIST.keys()].filter((index) => !LIST[index]!.isSilent);
const SILENT = [...LIST.keys()].filter((index) => LIST[index]!.isSilent);
const SETTINGS = settingsOf(bundleRig);
/** In the short form the disturbances are spread over the settings, in the long one each setting meets them all. */
const SHARE = factor === 1 ? SETTINGS.length : 1;
/** One cell in so many has retries, which take real seconds. */
const PATIENT = 12;

let ran = 0;
let all = 0;
afterAll(() => {
	process.stdout.write(`Fault matrix, bundled Action: ${ran} of ${all} cells, seed ${seed}\n`);
});

describe.each(SETTINGS.map((setting, index) => ({ ...setting, index })))(
	'The bundled Action on $profile.software.name in $scenario.name',
	({ index, ...setting }) => {
		const random = seededRandom(seed + index);

		it('loses and doubles nothing, whatever goes wrong at whichever request', async () => {
			const requests = await requestsOf(setting);
			const mine = ANSWERED.filter((disturbance) => (disturbance + index) % SHARE === 0);
			const cells = pickCells(requests.length, mine, factor === 1 ? 1 : factor, random);
			ran += cells.length;
			all += requests.length * LIST.length;
			const inputsOf = ({ request, disturbance }: Cell) =>
				(seed + request + disturbance) % PATIENT === 0 ? { 'max-wait': '2s' } : {};
			expect(await sweep(setting, cells, { atOnce: 2, inputsOf })).toEqual([]);
		}, 3_600_000);
	},
);

describe('The bundled Action on a server that falls silent', () => {
	it('loses and doubles nothing', async () => {
		// All at once, because each one waits for half a minute or a whole one.
		const settings = SETTINGS.filter((_setting, index) => index % 3 === 1);
		const wrong = settings.map(async (setting, index) => {
			const { length } = await requestsOf(setting);
			const cells = pickCells(length, SILENT, 1, seededRandom(seed + index)).slice(0, SILENT.length);
			ran += cells.length;
			return sweep(setting, cells, { atOnce: SILENT.length });
		});
		expect((await Promise.all(wrong)).flat()).toEqual([]);
	}, 600_000);
});

describe('The number of cells', () =>
	itIsTold('Faults at the requests of a run: the bundled Action', () => ran));
