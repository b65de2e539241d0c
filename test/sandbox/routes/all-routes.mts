import type { Route } from '../route.mts';
import type { World } from '../world.mts';
import { accountRoutes } from './account-routes.mts';
import { hashtagRoutes } from './hashtag-routes.mts';
import { instanceRoutes } from './instance-routes.mts';
import { listRoutes } from './list-routes.mts';
import { mediaRoutes } from './media-routes.mts';
import { oauthRoutes } from './oauth-routes.mts';
import { searchRoutes } from './search-routes.mts';
import { statusActionRoutes } from './status-action-routes.mts';
import { statusRoutes } from './status-routes.mts';
import { timelineRoutes } from './timeline-routes.mts';

/** Every endpoint of the server; of two patterns that fit, the first answers. */
export function allRoutes(world: World): Route[] {
	return [
		...instanceRoutes(world),
		...oauthRoutes(world),
		...accountRoutes(world),
		...timelineRoutes(world),
		...statusRoutes(world),
		...statusActionRoutes(world),
		...mediaRoutes(world),
		...hashtagRoutes(world),
		...searchRoutes(world),
		...listRoutes(world),
	];
}
