import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Clock, Http, InstanceAddress, Log } from '../../core/index';
import { ApiCaller, instanceAddress, MastodonClient, patientHttp, withoutToken } from '../../core/index';
import { HelpersHttp } from './adapters/helpers-http';
import { WorkflowClock } from './adapters/workflow-clock';
import { workflowLog } from './adapters/workflow-log';

export type NodeContext = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

/** A connected account, for one execution. */
export interface Session {
	readonly address: InstanceAddress;
	readonly accessToken: string;
	/** Each request once, for runs that have a patience of their own. */
	readonly http: Http;
	/** Any endpoint, with retries and waits. */
	readonly api: ApiCaller;
	/** What boosting needs, with retries and waits. */
	readonly client: MastodonClient;
	readonly clock: Clock;
	readonly log: Log;
}

/** Milliseconds that single calls of one execution wait for rate limits and retries. */
const MAX_WAIT = 300_000;
/** A list that somebody looks at must not take that long. */
const MAX_LIST_WAIT = 5_000;

/** The wiring of everything that needs the credential. `authentication`: the parameter of that name. */
export async function openSession(context: NodeContext, authentication: unknown): Promise<Session> {
	const isOAuth2 = authentication === 'oAuth2';
	const type = isOAuth2 ? 'mastodonAccountOAuth2Api' : 'mastodonAccountApi';
	const credentials = await context.getCredentials(type);
	const address = addressOf(context, credentials);
	const accessToken = tokenOf(context, credentials);
	const helpers = new HelpersHttp({
		origin: address.origin,
		send: (options) => context.helpers.httpRequestWithAuthentication.call(context, type, options),
		renewsToken: isOAuth2,
	});
	const http = withoutToken(helpers, accessToken);
	const isExecution = 'getExecutionCancelSignal' in context;
	const clock = new WorkflowClock(isExecution ? context.getExecutionCancelSignal() : undefined);
	const log = workflowLog(context.logger, context.getNode().name);
	const maxWait = 'getCurrentNodeParameter' in context ? MAX_LIST_WAIT : MAX_WAIT;
	const patient = patientHttp(http, { clock, log, random: Math.random, maxWait });
	return {
		address,
		accessToken,
		http,
		api: new ApiCaller(patient, address.host),
		client: new MastodonClient(patient, address.host, (problem) => log.warn(problem)),
		clock,
		log,
	};
}

function addressOf(context: NodeContext, { instance }: ICredentialDataDecryptedObject): InstanceAddress {
	const address = instanceAddress(String(instance ?? ''));
	if (address) return address;
	throw new NodeOperationError(
		context.getNode(),
		`The instance "${String(instance ?? '')}" of the credential is no address of a server: write it like mastodon.social or https://mastodon.social.`,
	);
}

function tokenOf(context: NodeContext, credentials: ICredentialDataDecryptedObject): string {
	const { accessToken, oauthTokenData } = credentials;
	const token = accessToken ?? (oauthTokenData as { access_token?: unknown } | undefined)?.access_token;
	if (typeof token === 'string' && token.trim() !== '') return token.trim();
	throw new NodeOperationError(
		context.getNode(),
		'The credential is not connected yet: open it and click "Connect my account", or enter an access token.',
	);
}
