import type { OptionName, OptionRow } from '../../../core/index';
import { OPTION_TABLE } from '../../../core/index';
import { optionLabel } from '../option-label';

/** What is done with a post that passes. The table tells of boosting. */
export interface Wording {
	readonly act: 'boost' | 'pass on' | 'return';
	readonly done: 'boosted' | 'passed on' | 'returned';
}

export const BOOSTING: Wording = { act: 'boost', done: 'boosted' };

/** The sentence of an option as n8n's forms write it, in the words of what the node does. */
export function optionText(name: OptionName, { act, done }: Wording): string {
	const row: OptionRow = OPTION_TABLE[name];
	const about = row.about
		.replace(/\.$/, '')
		// Other options bear the names that they have on the screen.
		.replace(/\b[a-z]+(?:-[a-z]+)+\b/g, (word) =>
			Object.hasOwn(OPTION_TABLE, word) ? optionLabel(word) : word,
		);
	const said = act === 'boost' ? about : reworded(about, act, done);
	return row.kind === 'flag'
		? `Whether to ${/^(?:Only|At most)/.test(said) ? 'take ' : ''}${lowerFirst(said)}`
		: said;
}

function reworded(about: string, act: string, done: string): string {
	return (
		about
			.replace(/^Boost\b/, act.charAt(0).toUpperCase() + act.slice(1))
			.replace(/^Never boost\b/, `Never ${act}`)
			.replace('one boost per', 'one post per')
			// A list does not wait.
			.replace(
				/^Wait until a post has (this many \w+)$/,
				act === 'return' ? 'Only posts with $1 at least' : '$&',
			)
			.replace('never boosted', `never ${done}`)
			.replace('the boosting account', 'the connected account')
			.replace('the rest waits in the queue', 'the rest waits for the next poll')
	);
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
