/** How much a suite of random things does, and from which seed. */
export interface Effort {
	/** Everything random comes from it: the same seed makes the same tests. */
	readonly seed: number;
	/** How many times as much as the short form. */
	readonly factor: number;
}

const SHORT_FORM_SEED = 20_261_122;
const SOAK_FACTOR = 10;

/** `SEED` replays what a failure printed; `SOAK` asks for the long form. */
export function effort(env: Readonly<Record<string, string | undefined>> = process.env): Effort {
	return {
		seed: env.SEED === undefined ? SHORT_FORM_SEED : Number(env.SEED),
		factor: env.SOAK === undefined ? 1 : SOAK_FACTOR,
	};
}
