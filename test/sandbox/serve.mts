import { parseArgs } from 'node:util';
import * as profiles from './profiles.mts';
import { startSandbox } from './sandbox.mts';

const { values } = parseArgs({
	options: {
		profile: { type: 'string', default: 'mastodon' },
		port: { type: 'string', default: '0' },
		username: { type: 'string', default: 'booster' },
	},
});
const profile = Object.entries(profiles).find(([name]) => name === values.profile)?.[1];
if (profile === undefined) {
	console.error(`--profile must be one of ${Object.keys(profiles).join(', ')}, not ${values.profile}`);
	process.exit(1);
}

const sandbox = await startSandbox({ profile, port: Number(values.port) });
const account = sandbox.addAccount({ username: values.username });

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
	process.once(signal, () => void sandbox.close());
}

// Last, because whoever reads this line may already want to stop us.
console.log(
	JSON.stringify({ url: sandbox.url, token: sandbox.addToken({ account }), accountId: account.id }),
);
