/** The Markdown of a job summary as a terminal can show it: references resolved, links and fences left out. */
export function terminalSummary(markdown: string): string {
	return markdown
		.replace(/```mermaid\n([\s\S]*?)```\n/g, (_fence, chart: string) => chart.replace(/^pie showData\n/, ''))
		.replace(/\[([^[\]]*)\]\(<[^<>]*>\)/g, '$1')
		.replace(/&#(\d+);/g, (_reference, code: string) => String.fromCodePoint(Number(code)))
		.replace(/\*\*/g, '')
		.trim();
}
