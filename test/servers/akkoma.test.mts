import { akkoma } from '../sandbox/profiles.mts';
import { describeWholeJob } from './whole-job.mts';

describeWholeJob(akkoma);
