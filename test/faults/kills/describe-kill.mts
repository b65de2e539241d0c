import type { Kill } from './kill.mts';

/** For people, and to do it again. */
export function describeKill({ signal, post, moment }: Kill): string {
	const when =
		'nth' in moment
			? `at request ${moment.nth}, ${moment.boundary}${moment.delay === undefined ? '' : ` + ${moment.delay} ms`}`
			: `after ${moment.milliseconds} ms`;
	return `${signal} ${when}, ${post ? 'with' : 'without'} the post step`;
}
