/** `@actions/core`, as it is handed to everything but the wiring. */
export type ActionsCore = typeof import('@actions/core');
