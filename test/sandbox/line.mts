import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Reply } from './reply.mts';

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

	send(reply: Reply): void {
		this.#head(reply, Buffer.byteLength(reply.body ?? ''));
		this.#response.end(reply.body);
	}

	drop(): void {
		this.#response.socket?.destroy();
	}

	/** Announces the whole body and sends half of it. */
	cut(reply: Reply): void {
		const body = Buffer.from(reply.body ?? '');
		this.#head(reply, body.length);
		this.#response.flushHeaders();
		this.#response.write(body.subarray(0, Math.floor(body.length / 2)), () => this.drop());
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

	#head(reply: Reply, length: number | undefined): void {
		this.#response.writeHead(reply.status, {
			...(this.#now === null ? {} : { date: new Date(this.#now()).toUTCString() }),
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
