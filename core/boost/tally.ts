import type { Decision, Reason } from './reasons';
import type { PostReport } from './report';

/** Counts decisions and passes each one on at once, so that a backlog needs no memory. */
export class Tally {
	readonly counts: Record<Decision | 'seen', number> = {
		seen: 0,
		boosted: 0,
		queued: 0,
		skipped: 0,
		failed: 0,
	};
	readonly reasons: Partial<Record<Reason, number>> = {};
	readonly boosted: PostReport[] = [];
	readonly failed: PostReport[] = [];

	constructor(private readonly onDecision: (post: PostReport) => void) {}

	add(post: PostReport): void {
		this.counts.seen++;
		this.counts[post.decision]++;
		this.reasons[post.reason] = (this.reasons[post.reason] ?? 0) + 1;
		if (post.decision === 'boosted') this.boosted.push(post);
		if (post.decision === 'failed') this.failed.push(post);
		this.onDecision(post);
	}
}
