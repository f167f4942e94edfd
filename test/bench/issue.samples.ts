import {
  registerWorkflow,
  start,
  step,
  type EngineEvent,
  type JsonObject,
  type StepContext,
  type Stored,
} from '#libs/engine';
import { issueWorkflow } from '#workflows/issue';

/** An issue in some situation, and something that happens to it there. */
export interface Sample {
  stored: Stored;
  event: EngineEvent;
  ctx: StepContext;
}

export const CONTEXT_BYTES = 2048;
export const registered = registerWorkflow(issueWorkflow);
const policy = issueWorkflow.policy.presets['standard'] ?? {};

/** What a resident reports, as its acts are sent over the API. */
export const REPORT: JsonObject = {
  danger: false,
  title: 'The lamp in stairwell 3 is out',
  unit: 'limin',
  place: null,
};

const input: JsonObject = {
  ...REPORT,
  title: id(1),
  description: id(2),
  pasted: null,
  category: null,
  channel: 'page',
  hotlineNumber: null,
  reporter: null,
  subject: null,
  hideFromHandler: false,
  needsVoice: false,
};

/** An id such as texts, files and cases have. */
function id(n: number): string {
  return `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

function moment(minute: number, person: string): StepContext {
  const at = `2026-11-02T01:${String(minute).padStart(2, '0')}:00.000Z`;
  return { at, on: '2026-11-02', by: { kind: 'person', person }, policy };
}

const COURSE: [name: string, input: JsonObject, person: string][] = [
  ['reply', { text: id(3) }, 'coo'],
  ['askInformation', { text: id(4) }, 'col'],
  ['giveInformation', { text: id(5), files: [id(90)] }, 'ann'],
  ['sortAsCommon', { category: 'lighting', major: false, needsVoice: false }, 'col'],
  ['support', {}, 'ben'],
  ['support', {}, 'carla'],
  ['addNote', { text: id(6), files: [] }, 'coo'],
  ['stateCompetence', { decides: 'residents', text: id(7) }, 'adv'],
  ['chooseLevel', { level: 'council' }, 'coo'],
];

/** The first acts of an issue with about {@link CONTEXT_BYTES} of context: each with the case as it was before it. */
export function issueSamples(): Sample[] {
  const files: string[] = [];
  let begun = begin(files);
  while (JSON.stringify(begun.context).length < CONTEXT_BYTES) {
    files.push(id(100 + files.length));
    begun = begin(files);
  }
  let stored = begun;
  return COURSE.map(([name, actInput, person], minute) => {
    const sample: Sample = { stored, event: { kind: 'act', act: name, input: actInput }, ctx: moment(minute, person) };
    const outcome = step(registered, stored, { event: sample.event, ...sample.ctx });
    if (outcome.kind !== 'stepped') throw new Error(`${name} was not taken: ${JSON.stringify(outcome)}`);
    stored = outcome.stored;
    return sample;
  });
}

function begin(files: string[]): Stored {
  const ctx = { ...moment(0, 'ann'), caseId: id(0), policyVersion: id(9) };
  const outcome = start(registered, { ...input, files: [...files] }, ctx);
  if (outcome.kind !== 'stepped') throw new Error('the issue does not start');
  return outcome.stored;
}
