/**
 * Whole runs in process, wired as the Action wires them, over random histories of posts, people and faults.
 * A failure prints fast-check's seed, path and the smallest history that it found, with what happened in it:
 * `SEED=… FC_PATH=… npm run test:faults -- whole-run -t 'on snac'` plays that one again.
 */
import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { Profile } from '../sandbox/profile.mts';
import * as profiles from '../sandbox/profiles.mts';
import { effort } from './effort.mts';
import { itIsTold } from '../tell-number.mts';
import { bringToRest } from './whole-run/bring-to-rest.mts';
import { History } from './whole-run/history.mts';
import type { Setting } from './whole-run/setting.mts';
import { settings } from './whole-run/setting.mts';
import type { Step } from './whole-run/step.mts';
import { histories } from './whole-run/step.mts';

/** Histories of the short form, over all kinds of servers. */
const HISTORIES = 400;
/** Milliseconds after which a failure is shown as it is, though a smaller one might be found. */
const LONGEST = 420_000;

const { seed, factor } = effort();
const { FC_PATH: path } = process.env;
const servers = Object.entries<Profile>(profiles);
const perServer = Math.ceil((HISTORIES * factor) / servers.length);

async function play(profile: Profile, setting: Setting, steps: readonly Step[]): Promise<void> {
	const history = new History(profile, setting);
	try {
		for (const step of steps) await history.step(step);
		await bringToRest(history);
	} catch (error) {
		throw new Error(`${(error as Error).message}\n${history.journal.join('\n')}`, { cause: error });
	}
}

describe.each(servers)('Any history on %s', (_, profile) => {
	it(
		'boosts every eligible post once, nothing else, and says so',
		async () => {
			await fc.assert(
				fc.asyncProperty(settings, histories, async (setting, steps) => play(profile, setting, steps)),
				{
					seed,
					numRuns: perServer,
					interruptAfterTimeLimit: LONGEST * factor,
					markInterruptAsFailure: true,
					...(path === undefined ? {} : { path, endOnFailure: true }),
				},
			);
		},
		2 * LONGEST * factor,
	);
});

describe('The number of histories', () => itIsTold('Random histories', () => perServer * servers.length));
