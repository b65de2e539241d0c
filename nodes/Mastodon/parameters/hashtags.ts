import type { INodeProperties } from 'n8n-workflow';
import { optionProperty } from './option-property';

/** Several hashtags at once, for what keeps a state. */
export const hashtags: INodeProperties = { ...optionProperty('hashtags'), required: true };
