import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StateLock } from '../../action/adapters/state-lock.mts';
import { isAlive, thisProcess } from '../../action/adapters/this-process.mts';

const SINCE = '2026-11-22T12:00:00.000Z';
let folder: string;
let path: string;
let waits: number[];
let locks: StateLock[];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lock-'));
	path = join(folder, 'deep', 'state.json.lock');
	waits = [];
	locks = [];
});
afterEach(() => {
	for (const lock of locks) lock.release();
	rmSync(folder, { recursive: true });
});

/** `meanwhile`: what others do while this one waits. */
function lockOf(pid: number, place = 'here', meanwhile = async () => {}): StateLock {
	const sleep = async (milliseconds: number) => {
		waits.push(milliseconds);
		await meanwhile();
	};
	const lock = new StateLock(path, sleep, { host: 'runner', place, pid });
	locks.push(lock);
	return lock;
}

/** A lock that a run left which was killed long ago, or just now. */
async function leave(pid: number, place: string, minutesAgo = 0): Promise<void> {
	const lock = lockOf(0);
	await lock.take();
	writeFileSync(path, JSON.stringify({ host: 'runner', place, pid, since: SINCE, token: 'old' }));
	const then = Date.now() / 1000 - minutesAgo * 60;
	utimesSync(path, then, then);
}

/** Of a process that has ended. */
function deadPid(): number {
	return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('The lock of a state file', () => {
	it('is taken by one run, and by the next one when that is done', async () => {
		const [first, second] = [lockOf(process.pid), lockOf(process.pid + 1)];
		expect([await first.take(), first.isOurs()]).toEqual([true, true]);
		expect([await second.take(), second.isOurs()]).toEqual([false, false]);
		expect(second.holder).toMatchObject({ host: 'runner', pid: process.pid });
		first.release();
		expect(await second.take()).toBe(true);
		second.release();
		expect(readdirSync(join(folder, 'deep'))).toEqual([]);
		expect(waits).toEqual([]);
	});

	it('that a killed run of the same machine left is taken over at once', async () => {
		await leave(deadPid(), 'here');
		expect(await lockOf(process.pid).take()).toBe(true);
		expect(readdirSync(join(folder, 'deep'))).toEqual(['state.json.lock']);
	});

	it('that an earlier process with our number left is taken over', async () => {
		await leave(process.pid, 'here');
		expect(await lockOf(process.pid).take()).toBe(true);
	});

	it('of another machine is left alone while it may be alive, and taken over after two minutes of silence', async () => {
		const pid = deadPid();
		await leave(pid, 'elsewhere', 1.9);
		const lock = lockOf(process.pid);
		expect(await lock.take()).toBe(false);
		expect(lock.holder).toEqual({ host: 'runner', place: 'elsewhere', pid, since: SINCE });
		await leave(pid, 'elsewhere', 2.1);
		expect(await lock.take()).toBe(true);
	});

	it('whose process number another program got is taken over after two minutes of silence', async () => {
		await leave(process.ppid, 'here');
		expect(await lockOf(process.pid).take()).toBe(false);
		await leave(process.ppid, 'here', 2.1);
		expect(await lockOf(process.pid).take()).toBe(true);
	});

	it('that is empty belongs to a run that is about to write it, until it is old', async () => {
		await leave(1, 'here');
		writeFileSync(path, '');
		const lock = lockOf(process.pid);
		expect([await lock.take(), lock.holder]).toEqual([false, undefined]);
		utimesSync(path, 0, 0);
		expect(await lock.take()).toBe(true);
	});

	it('that two runs take over at the same time is had by one of them', async () => {
		await leave(deadPid(), 'here', 9);
		// Both have found the dead one before either put its own in its place.
		const late = lockOf(process.pid + 1);
		let lateTook: Promise<boolean> | undefined;
		const early = lockOf(process.pid, 'here', async () => {
			await leave(deadPid(), 'here', 9);
			lateTook = late.take();
			await lateTook;
		});
		expect(await early.take()).toBe(false);
		expect(await lateTook).toBe(true);
		expect([early.isOurs(), late.isOurs()]).toEqual([false, true]);
		expect(readdirSync(join(folder, 'deep'))).toEqual(['state.json.lock']);
	});

	it('that was taken over from a run that stood still is not removed by it', async () => {
		const slow = lockOf(process.pid, 'elsewhere');
		await slow.take();
		utimesSync(path, 0, 0);
		const other = lockOf(process.pid, 'here');
		expect(await other.take()).toBe(true);
		expect(slow.isOurs()).toBe(false);
		slow.release();
		expect(other.isOurs()).toBe(true);
	});
});

describe('A process', () => {
	it('is alive or not, and its place is the same for all of its machine', () => {
		expect([isAlive(process.pid), isAlive(deadPid())]).toEqual([true, false]);
		expect(thisProcess()).toEqual(thisProcess());
		expect(thisProcess().pid).toBe(process.pid);
	});
});
