import type { OAuthStore } from './oauth-store.mts';
import type { Profile } from './profile.mts';
import type { RateLimiter } from './rate-limiter.mts';
import type { Store } from './store.mts';

/** What the routes work with: the state of one server. */
export interface World {
	readonly profile: Profile;
	readonly url: string;
	/** `127.0.0.1:port` */
	readonly host: string;
	/** ms */
	readonly now: () => number;
	readonly store: Store;
	readonly oauth: OAuthStore;
	readonly limiter: RateLimiter;
}
