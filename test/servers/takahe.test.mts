import { takahe } from '../sandbox/profiles.mts';
import { describeWholeJob } from './whole-job.mts';

describeWholeJob(takahe);
