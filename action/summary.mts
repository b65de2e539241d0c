import type { PostReport, Reason, RunReport } from '../core/index';
import { REASONS } from '../core/index';
import { headline } from './headline.mts';
import { markdownLink, markdownText } from './markdown-text.mts';

/** Rows of a table: a summary may have 1 MB, and nobody reads more. */
const MOST_ROWS = 100;
/** Signs of one row: what strangers write must not fill the summary up. */
const LONGEST_HASHTAGS = 120;

/** The job summary as GitHub-flavoured Markdown: what was boosted, what was left alone and why, what comes next. */
export function renderSummary(report: RunReport): string {
	const { hashtags, instance, dryRun } = report;
	const title = `${hashtags.map((hashtag) => `#${hashtag}`).join(' ')} on ${instance}`;
	return [
		`## ${markdownText(title)}${dryRun ? ' (dry run)' : ''}`,
		report.failure ? `:x: ${markdownText(report.failure.message)}` : `**${headline(report)}**`,
		chart(report),
		postTable('Boosted', report.boosted),
		postTable('Failed', report.failed),
		reasonTable(report),
		notes(report),
	]
		.filter((part) => part !== '')
		.join('\n\n')
		.concat('\n');
}

/** https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/creating-diagrams */
function chart({ counts, reasons, waiting }: RunReport): string {
	const dry = reasons['dry-run'] ?? 0;
	const slices = [
		['boosted', counts.boosted],
		['would be boosted', dry],
		['left alone', counts.skipped],
		['waiting', waiting - dry],
		['failed', counts.failed],
	].filter(([, count]) => Number(count) > 0);
	if (slices.length < 2) return '';
	return [
		'```mermaid',
		'pie showData',
		...slices.map(([name, count]) => `  "${name}" : ${count}`),
		'```',
	].join('\n');
}

function postTable(title: string, posts: readonly PostReport[]): string {
	if (posts.length === 0) return '';
	const rows = posts.slice(0, MOST_ROWS).map(({ account, url, hashtags, createdAt, reason }) => {
		const names = hashtags.slice(0, 8).map((hashtag) => `#${hashtag}`);
		const when = createdAt.slice(0, 16).replace('T', ' ');
		const why = reason === 'boosted' ? '' : REASONS[reason].sentence;
		return `| ${markdownLink(`@${account}`, url)} | ${markdownText(names.join(' '), LONGEST_HASHTAGS)} | ${when} | ${why} |`;
	});
	const more =
		posts.length > MOST_ROWS ? `\n\nAnd ${posts.length - MOST_ROWS} more: see the report file.` : '';
	return [
		`### ${title}`,
		'',
		'| Post by | Hashtags | Written (UTC) | Note |',
		'| --- | --- | --- | --- |',
		...rows,
	]
		.join('\n')
		.concat(more);
}

function reasonTable({ reasons }: RunReport): string {
	const rows = (Object.entries(reasons) as Array<[Reason, number]>)
		.filter(([reason]) => ['skipped', 'queued'].includes(REASONS[reason].decision))
		.sort(([, a], [, b]) => b - a)
		.map(([reason, count]) => `| ${count} | \`${reason}\` | ${REASONS[reason].sentence} |`);
	if (rows.length === 0) return '';
	return ['### Left alone or waiting', '', '| Posts | Reason | |', '| ---: | --- | --- |', ...rows].join(
		'\n',
	);
}

function notes(report: RunReport): string {
	const { warnings, unread, rateLimited, limits, account, server, state } = report;
	const lines = [
		...(account ? [`Account @${account}, server ${server}, state ${state}.`] : []),
		...Object.entries(limits).map(
			([name, { remaining, limit, resetsAt }]) =>
				`Rate limit for ${name}: ${remaining} of ${limit} left until ${clockTime(new Date(resetsAt).toISOString())}.`,
		),
		...(rateLimited
			? [
					`The rate limit was reached${rateLimited.resumesAt ? ` until ${clockTime(rateLimited.resumesAt)}` : ''}; the next run goes on.`,
				]
			: []),
		...unread.map((name) => `Not read to the end: ${name}. The next run reads on.`),
		...warnings,
	];
	return lines.map((line) => `- ${markdownText(line)}`).join('\n');
}

function clockTime(iso: string): string {
	return `${iso.slice(11, 16)} UTC`;
}
