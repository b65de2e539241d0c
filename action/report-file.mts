import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PostReport, RunReport } from '../core/index';

/** The full report as JSON, `{posts, run}`, written post by post: a backlog of thousands needs no memory. */
export class ReportFile {
	private readonly file: number;
	private isFirst = true;

	constructor(readonly path: string) {
		mkdirSync(dirname(path), { recursive: true });
		this.file = openSync(path, 'w', 0o600);
		writeSync(this.file, '{"posts":[');
	}

	add({ uri, url, account, hashtags, createdAt, decision, reason }: PostReport): void {
		const post = { uri, url, account, hashtags, createdAt, decision, reason };
		writeSync(this.file, `${this.isFirst ? '' : ','}\n${JSON.stringify(post)}`);
		this.isFirst = false;
	}

	finish({ boosted: _boosted, failed: _failed, failure, ...run }: RunReport): void {
		const told = { ...run, failure: failure && { name: failure.name, message: failure.message } };
		writeSync(this.file, `\n],\n"run":${JSON.stringify(told)}}\n`);
		closeSync(this.file);
	}
}
