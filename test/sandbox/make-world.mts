import { OAuthStore } from './oauth-store.mts';
import type { Profile } from './profile.mts';
import { RateLimiter } from './rate-limiter.mts';
import { Store } from './store.mts';
import type { World } from './world.mts';

/** The state of a new server at that address (`http://127.0.0.1:4000`), whether anything listens there or not. */
export function makeWorld(profile: Profile, url: string, now: () => number): World {
	const { buckets, windows } = profile.rateLimits;
	return {
		profile,
		url,
		host: new URL(url).host,
		now,
		store: new Store(profile, url, now),
		limiter: new RateLimiter(buckets, windows, now),
		oauth: new OAuthStore(now),
	};
}
