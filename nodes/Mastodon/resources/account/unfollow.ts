import type { Operation } from '../../operation';
import { accountAction } from './account-action';

export const { description, execute }: Operation = accountAction('unfollow');
