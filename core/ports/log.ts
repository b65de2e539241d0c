/** Lines for people. Whatever a server or a post said arrives cleaned: one line, no control characters. */
export interface Log {
	debug(message: string): void;
	info(message: string): void;
	warn(message: string): void;
}
