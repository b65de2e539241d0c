import { portable } from '../sandbox/profiles.mts';
import { describeWholeJob } from './whole-job.mts';

describeWholeJob(portable);
