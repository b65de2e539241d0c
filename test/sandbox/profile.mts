import type { IdKind } from './id-generator.mts';
import type { RateBucket } from './rate-limiter.mts';

/** How one kind of server differs from the others. Data only: a new server is a new value of this type. */
export interface Profile {
	/** As `/.well-known/nodeinfo` leads to it, in the server's own capitals (`Iceshrimp.NET`). */
	readonly software: { readonly name: string; readonly version: string };
	readonly instance: {
		/** `version` of `/api/v1/instance`; many servers claim a Mastodon version they are compatible with. */
		readonly version: string;
		/** Akkoma 3.16 answers 404 to `/api/v2/instance`. */
		readonly v2: boolean;
		/** `api_versions.mastodon` of `/api/v2/instance`. Hollo has one too, so it proves nothing. */
		readonly apiVersion: number | null;
		/** `configuration.timelines_access` of `/api/v2/instance`, Mastodon since 4.5. */
		readonly timelinesAccess: boolean;
	};
	readonly ids: {
		readonly kind: IdKind;
		/**
		 * `arrival`: `arrivedAt` of a new post is honoured. Mastodon is one of these: it takes arrival time for
		 * inbox deliveries and the post's own time for fetched posts (`lib/mastodon/snowflake.rb`).
		 * `created`: always the post's own time (GoToSocial `dereferencing/status.go`, Hollo `federation/post.ts`).
		 */
		readonly from: 'created' | 'arrival';
	};
	readonly hashtags: {
		/** `mastodon`: NFKC, lower case, ASCII fold. `nfc`: GoToSocial. `lower-case`: snac. */
		readonly normalise: 'mastodon' | 'nfc' | 'lower-case';
		/** Mastodon answers 200 `[]` (its documentation says 404); GoToSocial answers 404. */
		readonly unknown: 200 | 404;
	};
	readonly timeline: TimelineRules;
	readonly cursors: CursorRules;
	readonly reblog: ReblogRules;
	readonly entities: {
		/** Mastodon leaves `reblogged` etc. out for anonymous readers; GoToSocial and snac say false. */
		readonly anonymousFlags: 'absent' | 'false';
		/** Mastodon hides the hour an account was made. */
		readonly createdAtMidnight: boolean;
		/** What `reblogged` says of a single status. Sharkey's is false for all (`mastodon/converters.ts`). */
		readonly reblogged: 'actual' | 'absent' | 'false';
		/** Whether accounts have `indexable`, as Mastodon's have since 4.3. */
		readonly indexable: boolean;
	};
	/** `GET /api/v1/statuses?id[]=`, Mastodon since 4.3. */
	readonly statusesById: boolean;
	/** snac answers without a `Date`. */
	readonly sendsDate: boolean;
	readonly errors: {
		readonly body: 'json' | 'html';
		/** Statuses sent without any body (snac: 401). */
		readonly empty: readonly number[];
		/** Sharkey's Mastodon layer turns every error into this one status. */
		readonly always: number | null;
	};
	/** Refusal of anonymous reads of posts, accounts and hashtags; null: open. */
	readonly anonymousReads: Refusal | null;
	/** Hollo answers 415 to a form whose content type carries a charset, as `fetch` sends it. */
	readonly formCharset: 'accepted' | 'refused';
	readonly rateLimits: {
		readonly headers: boolean;
		/** `aligned`: windows start at multiples of their length since the epoch (Mastodon). */
		readonly windows: 'aligned' | 'sliding';
		readonly message: string;
		readonly buckets: readonly RateBucket[];
	};
	readonly search: {
		readonly resolve: boolean;
		/** Longest `q`, in characters (Pixelfed: 100). */
		readonly maxLength: number;
	};
	readonly oauth: {
		/** `/.well-known/oauth-authorization-server`, Mastodon since 4.3.0. */
		readonly metadata: boolean;
		/** GoToSocial takes `redirect_uris` as one string with new lines only. */
		readonly redirectUriList: boolean;
		/** Pixelfed knows `read`, `write` and `follow`, and nothing finer. */
		readonly granularScopes: boolean;
		/** GoToSocial takes client id and secret in the body alone (`api/auth/token.go`), not in a Basic header. */
		readonly basic: boolean;
	};
}

export interface Refusal {
	readonly status: number;
	readonly message: string;
}

/** What `/api/v1/timelines/tag/:hashtag` holds and honours. */
export interface TimelineRules {
	/** Query names of the extra hashtags, null where ignored (`any[]` on Mastodon, `any` on Iceshrimp.NET). */
	readonly any: string | null;
	readonly all: string | null;
	readonly none: string | null;
	/** Hashtags used of each of the three; the rest is dropped silently (Mastodon `LIMIT_PER_MODE`). */
	readonly perMode: number;
	readonly local: boolean;
	readonly remote: boolean;
	/** `default-true`: only posts with media unless asked otherwise (Pixelfed). */
	readonly onlyMedia: 'honoured' | 'ignored' | 'default-true';
	readonly anonymous: Refusal | null;
	/** For a token without a user, as client credentials give. */
	readonly appToken: Refusal | null;
	/** `home`: only own posts and those of followed accounts (Hollo). */
	readonly reach: 'everything' | 'home';
	readonly visibilities: readonly Visibility[];
	/** `own-rows`: boosts are rows of their own (Hollo). `same-id`: a boosted post becomes a wrapper (snac). */
	readonly boosts: 'never' | 'own-rows' | 'same-id';
	/** `actual` needs a user's token; the others are what the field always is. */
	readonly reblogged: 'actual' | 'absent' | 'null' | 'false';
	/** Posts are dropped after the page was cut, so that a short page isn't the last one (GoToSocial). */
	readonly shortPages: boolean;
	readonly defaultLimit: number;
	readonly maxLimit: number;
	/** Query names that survive in `Link`, `all` of them, or null: no `Link` header. */
	readonly link: readonly string[] | 'all' | null;
	readonly linkRels: readonly ('next' | 'prev')[];
}

/** How `max_id`, `since_id` and `min_id` are read; `max_id` is honoured everywhere. */
export interface CursorRules {
	/** `position`: the cursor is looked up in the list and must be there (snac `mastoapi.c`). */
	readonly compare: 'id' | 'position';
	/** `floor`: the newest rows above it. `contiguous`: the rows directly above it. */
	readonly sinceId: 'floor' | 'contiguous' | 'ignored';
	readonly minId: 'floor' | 'contiguous' | 'ignored';
	/** Order of a contiguous page (Sharkey: oldest first). */
	readonly upward: 'newest-first' | 'oldest-first';
	/** Iceshrimp.NET answers 400 to both at once. */
	readonly minWithSince: 'min-wins' | 'refused';
	/** Cursors of another form get 400 (Hollo: UUIDs only). */
	readonly pattern: RegExp | null;
	/** An upward cursor older than this gives `[]`, in ms (Pixelfed: about six months). */
	readonly maxAge: number | null;
}

/** What `POST /api/v1/statuses/:id/reblog` does. */
export interface ReblogRules {
	/** `new-boost`: asking twice boosts twice (GoToSocial `processing/status/boost.go`, Hollo, Sharkey). */
	readonly repeat: 'same-boost' | 'new-boost';
	/** Pixelfed, snac and Takahe answer the original. */
	readonly answers: 'wrapper' | 'original';
	readonly visibility: 'honoured' | 'ignored';
	/** snac knows only posts of the booster's own timeline here and answers 404 for others. */
	readonly onlyFromHome: boolean;
	/** Iceshrimp.NET and Takahe want `write:favourites`. */
	readonly scope: string;
	readonly forbidden: string;
}

export type Visibility = 'public' | 'unlisted' | 'private' | 'direct';
