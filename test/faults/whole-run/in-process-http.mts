import type { Http, HttpRequest, HttpResponse } from '../../../core/index';
import { NoResponseError } from '../../../core/index';
import type { FakeClock } from '../../fakes/fake-clock.mts';
import { application } from '../../sandbox/application.mts';
import { directRequest } from '../../sandbox/direct-request.mts';
import type { World } from '../../sandbox/world.mts';
import type { Trouble } from './trouble.mts';

/** Milliseconds that a request takes. */
const LATENCY = 25;

/** A request that a run made, and what it met. */
export interface MadeRequest {
	readonly method: string;
	readonly path: string;
	readonly trouble: Trouble | undefined;
	/** What the server answered; undefined where nothing reached it, or nothing was answered yet. */
	status: number | undefined;
}

/** What meets the requests of a run. */
export interface Plan {
	/** Called before the request with that number is answered. */
	readonly before: (number: number) => void;
	readonly troubleAt: (number: number) => Trouble | undefined;
	/** Whether the process dies at that request, before it takes effect or after. */
	readonly deathAt: (number: number) => 'before' | 'after' | undefined;
	/** Called when it died; the request is never answered. */
	readonly die: () => void;
}

/** The sandbox's server without a wire: what `UndiciHttp` and a network are to the Action. */
export class InProcessHttp implements Http {
	readonly made: MadeRequest[] = [];
	private readonly answer: ReturnType<typeof application>;

	constructor(
		private readonly world: World,
		private readonly token: string,
		private readonly clock: FakeClock,
		private readonly plan: Plan,
	) {
		this.answer = application(world);
	}

	async request(request: HttpRequest): Promise<HttpResponse> {
		const number = this.made.length;
		const trouble = this.plan.troubleAt(number);
		this.made.push({ method: request.method, path: request.path, trouble, status: undefined });
		this.clock.advance(LATENCY);
		this.plan.before(number);
		const death = this.plan.deathAt(number);
		if (death !== undefined) {
			if (death === 'after') this.work(request);
			this.plan.die();
			return new Promise(() => undefined);
		}
		return trouble ? this.fail(request, trouble) : this.work(request);
	}

	private work(request: HttpRequest): HttpResponse {
		const { status, headers, body = '' } = this.answer(directRequest({ ...request, token: this.token }));
		this.made.at(-1)!.status = status;
		return { status, headers: { ...headers, ...this.date() }, body };
	}

	private fail(request: HttpRequest, trouble: Trouble): HttpResponse {
		switch (trouble.kind) {
			case 'refused':
				throw new NoResponseError('the connection was refused', false);
			case 'lost':
				if (trouble.isDone) this.work(request);
				throw new NoResponseError('the connection was closed', true);
			case 'status': {
				if (trouble.isDone) this.work(request);
				const { status, headers } = trouble;
				return { status, headers: { ...headers, ...this.date() }, body: '{"error":"Trouble"}' };
			}
			case 'body':
				return { ...this.work(request), body: trouble.body };
		}
	}

	private date(): Record<string, string> {
		return { date: new Date(this.world.now()).toUTCString() };
	}
}
