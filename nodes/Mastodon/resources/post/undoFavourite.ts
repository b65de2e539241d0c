import type { Operation } from '../../operation';
import { postAction } from './post-action';

export const { description, execute }: Operation = postAction('unfavourite', 'write:favourites');
