import type { Fault } from './faults.mts';
import type { Line } from './line.mts';
import { htmlReply, jsonReply } from './reply.mts';
import type { Reply } from './reply.mts';

/**
 * Answers one request, or lets the fault do so. `work` makes the request take effect.
 * Resolves to the status sent, null when none was.
 */
export async function exchange(
	fault: Fault | undefined,
	work: () => Promise<Reply>,
	line: Line,
): Promise<number | null> {
	if (fault === undefined) return sent(line, await work());
	if ('afterWork' in fault && fault.afterWork === true) {
		const reply = await work();
		return breakDown(fault, () => Promise.resolve(reply), line);
	}
	return breakDown(fault, work, line);
}

async function breakDown(fault: Fault, work: () => Promise<Reply>, line: Line): Promise<number | null> {
	switch (fault.kind) {
		case 'refuse':
		case 'close-before':
			line.drop();
			return null;
		case 'close-after':
			await work();
			line.drop();
			return null;
		case 'cut-body':
			line.cut(await work());
			return null;
		case 'stall':
			line.stall(await work());
			return null;
		case 'trickle':
			return await trickled(line, await work(), fault.ms);
		case 'slow':
			return (await line.pause(fault.ms)) ? sent(line, await work()) : null;
		case 'hang':
			return null;
		case 'huge-body':
			await line.flood(fault.bytes);
			return 200;
		case 'broken-json':
			return sent(line, { ...(await work()), body: '{"id": "1", "account": {' });
		case 'wrong-shape':
			return sent(line, { ...(await work()), body: JSON.stringify(fault.json) });
		case 'wrong-content-type': {
			const reply = await work();
			return sent(line, { ...reply, headers: { ...reply.headers, 'content-type': fault.contentType } });
		}
		case 'lacking-fields':
			return sent(line, lacking(await work(), fault.fields));
		case 'wrong-date':
			return sent(line, await work(), fault.ms);
		case 'html-error':
			return sent(line, htmlReply('<h1>Bad gateway</h1>', fault.status ?? 502));
		case 'redirect':
			return sent(line, { status: fault.status ?? 302, headers: { location: fault.location }, body: '' });
		case 'status':
			return sent(line, statusReply(fault));
	}
}

function statusReply({ status, body, headers = {} }: Extract<Fault, { kind: 'status' }>): Reply {
	if (typeof body === 'string')
		return { status, headers: { 'content-type': 'text/plain', ...headers }, body };
	return jsonReply(body ?? { error: 'Sandbox fault' }, status, { ...headers });
}

function lacking(reply: Reply, fields: readonly string[]): Reply {
	const without = (name: string, value: unknown) => (fields.includes(name) ? undefined : value);
	return { ...reply, body: JSON.stringify(JSON.parse(reply.body ?? 'null'), without) };
}

function sent(line: Line, reply: Reply, clockOffset = 0): number {
	line.send(reply, clockOffset);
	return reply.status;
}

async function trickled(line: Line, reply: Reply, ms: number): Promise<number | null> {
	return (await line.trickle(reply, ms)) ? reply.status : null;
}
