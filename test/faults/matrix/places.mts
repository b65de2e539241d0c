/** Origins that a redirect may point to. */
export interface Places {
	/** The server itself. */
	readonly same: string;
	/** A server that must never hear of us. */
	readonly other: string;
}
