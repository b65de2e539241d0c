export interface Clock {
	/** Milliseconds since the Unix epoch. */
	now(): number;
	sleep(milliseconds: number): Promise<void>;
}
