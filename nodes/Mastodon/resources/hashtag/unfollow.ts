import type { Operation } from '../../operation';
import { hashtagAction } from './hashtag-action';

export const { description, execute }: Operation = hashtagAction('POST', '/unfollow', 'write:follows');
