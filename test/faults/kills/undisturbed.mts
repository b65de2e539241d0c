import type { StoryKind } from './story.mts';
import { Story } from './story.mts';
import type { NthRequest } from './watch-requests.mts';
import { watchRequests } from './watch-requests.mts';

/** What the run of a story does when nobody disturbs it. */
export interface Undisturbed {
	/** `isMain`: asked by the main step. */
	readonly requests: ReadonlyArray<NthRequest & { readonly isMain: boolean }>;
	/** Milliseconds that both steps took. */
	readonly duration: number;
	/** What was wrong all the same. */
	readonly problems: readonly string[];
}

export async function undisturbed(kind: StoryKind): Promise<Undisturbed> {
	const story = await Story.open(kind);
	const requests: Array<NthRequest & { readonly isMain: boolean }> = [];
	let isMain = true;
	const stop = watchRequests(story.scene, (request, boundary) => {
		if (boundary === 'received') requests.push({ ...request, isMain });
	});
	const { durationMs, post } = await story.disturbedRun({ onPost: () => (isMain = false) });
	stop();
	const problems = [...(await story.settle()), ...story.doubles()];
	await story.close();
	return { requests, duration: durationMs + (post?.durationMs ?? 0), problems };
}
