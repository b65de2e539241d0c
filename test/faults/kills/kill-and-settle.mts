import type { ActionRun } from '../../runner/run-action.mts';
import { armKill } from './arm-kill.mts';
import { describeKill } from './describe-kill.mts';
import type { Kill } from './kill.mts';
import type { StoryKind } from './story.mts';
import { Story } from './story.mts';

export interface Aftermath {
	/** How many of the kills struck; the others' runs had ended before the moment came. */
	readonly struck: number;
	/** Each with all it takes to do it again; none when all is well. */
	readonly problems: readonly string[];
}

/** Tells a story up to the kill, or to several in a row, and on to its end. */
export async function killAndSettle(kind: StoryKind, kills: readonly Kill[]): Promise<Aftermath> {
	const story = await Story.open(kind);
	try {
		const problems: string[] = [];
		let struck = 0;
		for (const kill of kills) {
			const armed = armKill(story.scene, kill);
			const run = await story.disturbedRun(armed).finally(armed.disarm);
			if (run.signal === kill.signal || run.post?.signal === kill.signal) struck++;
			problems.push(...postProblems(run));
		}
		problems.push(...(await story.settle()), ...story.doubles());
		const label = kills.map(describeKill).join('; then ');
		return { struck, problems: problems.map((problem) => `${label}: ${problem}`) };
	} finally {
		await story.close();
	}
}

/** A post step that was not killed has to work after a main step that was. */
function postProblems({ post }: ActionRun): string[] {
	const isWell = !post || post.signal !== null || (post.exitCode === 0 && post.stderr === '');
	return isWell ? [] : [`the post step: exit status ${post.exitCode}, ${post.stderr}`];
}
