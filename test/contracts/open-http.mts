import type { IHttpRequestOptions, INode } from 'n8n-workflow';
import { UndiciHttp } from '../../action/adapters/undici-http.mts';
import type { Http } from '../../core/ports/http';
import { HelpersHttp } from '../../nodes/Mastodon/adapters/helpers-http';
import { requestWithAuthentication } from '../fakes-n8n/request-helper.mts';

export interface OpenHttp {
	readonly http: Http;
	close(): Promise<void>;
}

/** Milliseconds: silence must cost little here. */
const PATIENCE = 300;

const node: INode = { id: '1', name: 'x', type: 'x', typeVersion: 1, position: [0, 0], parameters: {} };

/** Every implementation of the Http port, for an origin and a token, with short time-outs where told so. */
export const HTTPS: Readonly<
	Record<string, (origin: string, token: string, isImpatient?: boolean) => OpenHttp>
> = {
	'UndiciHttp of the Action': (origin, accessToken, isImpatient = false) => {
		const limits = { connect: 5_000, silence: PATIENCE, total: 2 * PATIENCE, body: 8 * 1024 * 1024 };
		const options = { origin, accessToken, userAgent: 'tests', ...(isImpatient ? { limits } : {}) };
		const http = new UndiciHttp(options);
		return { http, close: () => http.close() };
	},
	"HelpersHttp over n8n's helpers": (origin, accessToken, isImpatient = false) => {
		const credential = { instance: origin, accessToken };
		const send = (options: IHttpRequestOptions) =>
			requestWithAuthentication(node, credential, isImpatient ? { ...options, timeout: PATIENCE } : options);
		return { http: new HelpersHttp({ origin, send, renewsToken: false }), close: async () => undefined };
	},
};
