import { ApiError } from '../api-error.mts';
import { jsonReply } from '../reply.mts';
import type { Route } from '../route.mts';
import { route } from '../route.mts';
import type { World } from '../world.mts';

/** What a client learns about the server before it has a token. */
export function instanceRoutes(world: World): Route[] {
	const { profile, url, host } = world;
	const access = profile.timeline.anonymous === null ? 'public' : 'authenticated';
	const feeds = { local: access, remote: access };
	const configuration = {
		urls: {},
		statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
		...(profile.instance.timelinesAccess
			? { timelines_access: { live_feeds: feeds, hashtag_feeds: feeds, trending_link_feeds: feeds } }
			: {}),
	};
	const common = {
		title: 'Sandbox',
		version: profile.instance.version,
		description: 'A server for tests',
		languages: ['en'],
		rules: [],
	};

	const v2 = {
		...common,
		domain: host,
		source_url: url,
		usage: { users: { active_month: 1 } },
		thumbnail: { url: `${url}/missing.png` },
		configuration,
		registrations: { enabled: false, approval_required: false, message: null },
		contact: { email: '', account: null },
		...(profile.instance.apiVersion === null
			? {}
			: { api_versions: { mastodon: profile.instance.apiVersion } }),
	};
	const v1 = {
		...common,
		uri: host,
		short_description: '',
		email: '',
		urls: {},
		stats: { user_count: 1, status_count: 0, domain_count: 1 },
		thumbnail: null,
		registrations: false,
		approval_required: false,
		invites_enabled: false,
		configuration,
		contact_account: null,
	};
	const nodeinfo = {
		version: '2.0',
		software: profile.software,
		protocols: ['activitypub'],
		services: { outbound: [], inbound: [] },
		usage: { users: {} },
		openRegistrations: false,
		metadata: {},
	};
	const rel = 'http://nodeinfo.diaspora.software/ns/schema/2.0';
	return [
		route('GET /.well-known/nodeinfo', 'nothing', () =>
			jsonReply({ links: [{ rel, href: `${url}/nodeinfo/2.0` }] }),
		),
		route('GET /nodeinfo/2.0', 'nothing', () => jsonReply(nodeinfo)),
		route('GET /api/v1/instance', 'nothing', () => jsonReply(v1)),
		route('GET /api/v2/instance', 'nothing', () => {
			if (!profile.instance.v2) throw new ApiError(404, 'Not found');
			return jsonReply(v2);
		}),
	];
}
