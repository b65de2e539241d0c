import type { Logger } from 'n8n-workflow';
import type { Log } from '../../../core/index';

/** n8n's own log; each line says which node it is from. */
export function workflowLog(logger: Pick<Logger, 'debug' | 'info' | 'warn'>, node: string): Log {
	return {
		debug: (message) => logger.debug(`${node}: ${message}`),
		info: (message) => logger.info(`${node}: ${message}`),
		warn: (message) => logger.warn(`${node}: ${message}`),
	};
}
