import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from './eventually.mts';
import { settle } from './settle.mts';
import { SnacClient } from './snac-client.mts';
import type { SnacStatus } from './snac-status.mts';
import { startSnac, type SnacServer } from './snac-server.mts';

/** Ada writes on one server; Bob, who boosts, and Eve, his neighbour, follow her from another one. */
export class Federation {
	readonly home: SnacServer;
	readonly away: SnacServer;
	readonly ada: SnacClient;
	readonly bob: SnacClient;
	readonly eve: SnacClient;

	private constructor(
		home: SnacServer,
		away: SnacServer,
		clients: readonly [SnacClient, SnacClient, SnacClient],
	) {
		this.home = home;
		this.away = away;
		[this.ada, this.bob, this.eve] = clients;
	}

	static async start(): Promise<Federation> {
		const home = await startSnac({ users: ['ada'] });
		const away = await startSnac({ users: ['bob', 'eve'] }).catch(async (error: unknown) => {
			await home.close();
			throw error;
		});
		try {
			const [ada, bob, eve] = [
				await SnacClient.login(home, 'ada'),
				await SnacClient.login(away, 'bob'),
				await SnacClient.login(away, 'eve'),
			];
			const federation = new Federation(home, away, [ada, bob, eve]);
			for (const follower of [bob, eve]) await follower.follow(home.user('ada').actorUrl);
			// A post goes to those whose follow has arrived when it is written.
			await federation.settle();
			return federation;
		} catch (error) {
			await Promise.all([home.close(), away.close()]);
			throw error;
		}
	}

	/** Ada writes, and Bob's server has it in the hashtag's timeline when this ends. */
	async write(hashtag: string, ...texts: readonly string[]): Promise<SnacStatus[]> {
		const posts: SnacStatus[] = [];
		for (const text of texts) {
			// snac's times are whole seconds, and two posts of one second have no order.
			await pause(1_100);
			posts.push(await this.ada.write(`${text} #${hashtag}`));
		}
		await eventually(`the posts about #${hashtag} have arrived`, async () => {
			const arrived = new Set((await this.bob.tagTimeline(hashtag)).map((post) => post.uri));
			return posts.every((post) => arrived.has(post.uri)) ? true : undefined;
		});
		return posts;
	}

	/** Waits until nothing is on its way any more, in either direction. */
	async settle(): Promise<void> {
		await settle([this.home, this.away]);
	}

	async close(): Promise<void> {
		await Promise.all([this.home.close(), this.away.close()]);
	}
}
