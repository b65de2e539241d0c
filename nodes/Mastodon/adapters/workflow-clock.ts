import type { IExecuteFunctions } from 'n8n-workflow';
import { OperationalError, sleep } from 'n8n-workflow';
import type { Clock } from '../../../core/index';

type CancelSignal = ReturnType<IExecuteFunctions['getExecutionCancelSignal']>;

/** Longest sleep in one piece, in milliseconds: so soon a wait ends when the execution is cancelled. */
const PIECE = 1_000;

/** The machine's time. Waits end with an error when the execution is cancelled. */
export class WorkflowClock implements Clock {
	constructor(private readonly cancelled?: CancelSignal) {}

	now(): number {
		return Date.now();
	}

	async sleep(milliseconds: number): Promise<void> {
		const end = this.now() + milliseconds;
		for (let left = milliseconds; left > 0; left = end - this.now()) {
			if (this.cancelled?.aborted) throw new OperationalError('The execution was cancelled');
			await sleep(Math.min(left, PIECE));
		}
	}
}
