import type { Resource } from '../resource';
import { account } from './account';
import { application } from './application';
import { hashtag } from './hashtag';
import { post } from './post';

/** By the value of the parameter `resource`. */
export const RESOURCES: Readonly<Record<string, Resource>> = { account, application, hashtag, post };
