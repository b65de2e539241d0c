import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Reply } from './reply.mts';

const TRICKLED_PIECES = 10;

/** The wire to one client, with the ways it can break. `now`: the clock of the `Date` header, null for none. */
export class Line {
	readonly #response: ServerResponse;
	readonly #now: (() => number) | null;
	readonly #closing: AbortSignal;

	constructor(response: ServerResponse, now: (() => number) | null, closing: AbortSignal) {
		this.#response = response;
		this.#now = now;
		this.#closing = closing;
		// The server's clock is the sandbox's, not the machine's.
		response.sendDate = false;
	}

	/** `clockOffset`: by how many ms the date of the answer is off. */
	send(reply: Reply, clockOffset = 0): void {
		this.#head(reply, Buffer.byteLength(reply.body ?? ''), clockOffset);
		this.#response.end(reply.body);
	}

	drop(): void {
		this.#response.socket?.destroy();
	}

	/** Announces the whole body, sends half of it and hangs up. */
	cut(reply: Reply): void {
		this.#half(reply, () => this.drop());
	}

	/** Announces the whole body, sends half of it and falls silent. */
	stall(reply: Reply): void {
		this.#half(reply, () => undefined);
	}

	/** Sends the body in pieces, in so many ms of real time; false when the sandbox closed meanwhile. */
	async trickle(reply: Reply, ms: number): Promise<boolean> {
		const body = Buffer.from(reply.body ?? '');
		this.#head(reply, body.length);
		this.#response.flushHeaders();
		const size = Math.ceil(body.length / TRICKLED_PIECES);
		for (let piece = 0; piece < TRICKLED_PIECES; piece++) {
			if (!(await this.pause(ms / TRICKLED_PIECES))) return false;
			this.#response.write(body.subarray(piece * size, (piece + 1) * size));
		}
		this.#response.end();
		return true;
	}

	/** Streams white space for as long as the client takes it. */
	async flood(bytes: number): Promise<void> {
		this.#head({ status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } }, undefined);
		// A client that has had enough hangs up, which is no failure of ours.
		await pipeline(Readable.from(whiteSpace(bytes)), this.#response).catch(() => undefined);
	}

	/** Waits, in ms of real time, without keeping the process alive; false when the sandbox closed meanwhile. */
	async pause(ms: number): Promise<boolean> {
		return delay(ms, true, { ref: false, signal: this.#closing }).catch(() => false);
	}

	#half(reply: Reply, then: () => void): void {
		const body = Buffer.from(reply.body ?? '');
		this.#head(reply, body.length);
		this.#response.flushHeaders();
		this.#response.write(body.subarray(0, Math.floor(body.length / 2)), then);
	}

	#head(reply: Reply, length: number | undefined, clockOffset = 0): void {
		this.#response.writeHead(reply.status, {
			...(this.#now === null ? {} : { date: new Date(this.#now() + clockOffset).toUTCString() }),
			...(length === undefined ? {} : { 'content-length': length }),
			...reply.headers,
		});
	}
}

function* whiteSpace(bytes: number): Generator<Buffer> {
	const chunk = Buffer.alloc(64 * 1024, ' ');
	for (let left = bytes; left > 0; left -= chunk.length)
		yield chunk.subarray(0, Math.min(left, chunk.length));
}
