import { homepage, version } from '../package.json';

/** Server operators see who asks, and where to read about it. */
export const USER_AGENT = `mastodon-hashtag-boost/${version} (+${homepage.replace('#readme', '')})`;
