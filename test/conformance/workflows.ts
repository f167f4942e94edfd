import { registerWorkflow, type Registered } from '#libs/engine';
import { appraisalWorkflow } from '#workflows/appraisal';
import { ballotWorkflow } from '#workflows/ballot';
import { costShareWorkflow } from '#workflows/cost-share';
import { covenantWorkflow } from '#workflows/covenant';
import { deliberationWorkflow } from '#workflows/deliberation';
import { exclusionWorkflow } from '#workflows/exclusion';
import { issueWorkflow } from '#workflows/issue';
import { jointMeetingWorkflow } from '#workflows/joint-meeting';
import { meetingWorkflow } from '#workflows/meeting';
import { noticeWorkflow } from '#workflows/notice';
import { petitionWorkflow } from '#workflows/petition';
import { sealWorkflow } from '#workflows/seal';
import { signOffWorkflow } from '#workflows/sign-off';
import { taskWorkflow } from '#workflows/task';

/** Every workflow of the product, registered. */
export const allWorkflows: Registered[] = [
  issueWorkflow,
  deliberationWorkflow,
  meetingWorkflow,
  ballotWorkflow,
  taskWorkflow,
  noticeWorkflow,
  covenantWorkflow,
  petitionWorkflow,
  exclusionWorkflow,
  appraisalWorkflow,
  sealWorkflow,
  signOffWorkflow,
  costShareWorkflow,
  jointMeetingWorkflow,
].map((workflow) => registerWorkflow(workflow));
