import { mastodon43 } from '../sandbox/profiles.mts';
import { describeWholeJob } from './whole-job.mts';

describeWholeJob(mastodon43);
