import { registerWorkflow, type Registered, type Workflow } from '#libs/engine';
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

/** Every procedure of the product, one line each. */
const WORKFLOWS: readonly Workflow[] = [
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
];

/**
 * Registers every workflow, by name.
 * @throws RegistrationError when one breaks a registration rule: such a program does not start.
 */
export function registerWorkflows(): ReadonlyMap<string, Registered> {
  return new Map(WORKFLOWS.map((workflow) => [workflow.name, registerWorkflow(workflow)]));
}
