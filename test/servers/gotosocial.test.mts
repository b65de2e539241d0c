import { gotosocial } from '../sandbox/profiles.mts';
import { describeWholeJob } from './whole-job.mts';

describeWholeJob(gotosocial);
