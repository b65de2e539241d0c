import type { Clock } from '../ports/clock';
import type { Log } from '../ports/log';

/** The waits of one run, bounded together: no server can hold a run longer than `max-wait`. */
export class WaitBudget {
	private left: number;

	constructor(
		limit: number,
		private readonly clock: Clock,
		private readonly log: Log,
	) {
		this.left = limit;
	}

	/** Sleeps and answers true, or answers false at once where less than that is left. */
	async wait(milliseconds: number, why: string): Promise<boolean> {
		if (milliseconds > this.left) return false;
		this.left -= milliseconds;
		this.log.info(`Waiting ${(milliseconds / 1000).toFixed(1)} s: ${why}.`);
		await this.clock.sleep(milliseconds);
		return true;
	}
}
