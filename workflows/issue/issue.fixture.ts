import { step, type EngineEvent, type JsonObject } from '#libs/engine';
import { CaseWalk } from '#libs/testing/walk';

import { issueWorkflow } from './index.js';

/*
 * Walks of an issue to the places tests start from. Imported by tests only. Texts, files, people and units are ids.
 */

export const REPORT: JsonObject = {
  danger: false,
  title: 'text-title',
  description: 'text-description',
  pasted: null,
  unit: 'limin',
  place: 'building-7',
  files: [],
  category: null,
  channel: 'page',
  hotlineNumber: null,
  reporter: null,
  witness: null,
  subject: null,
  hideFromHandler: false,
  needsVoice: false,
};

export const COMMON: JsonObject = { category: 'lighting', major: false, needsVoice: false };
export const INDIVIDUAL: JsonObject = { category: null, needsVoice: false, person: null };
export const RESIDENTS: JsonObject = { decides: 'residents', text: 'text-law' };
export const READY: JsonObject = {
  measures: ['text-lamp', 'text-sensor'],
  opinions: [],
  recused: ['wu'],
  disputed: false,
};
export const MEETING = 'meeting-1';
export const ADOPTED: JsonObject = {
  meeting: MEETING,
  result: 'adopted',
  provisional: false,
  measure: 'text-lamp',
  certificate: null,
};
export const HARMLESS: JsonObject = {
  text: 'text-decision',
  spendsCommonMoney: false,
  restrictsUse: false,
  affectsRights: false,
};
export const SOON = '2026-11-12T01:00:00.000Z';
export const OWN_WORK: JsonObject = { measure: 'text-lamp', owner: 'lin', promised: SOON };
export const DISPATCH: JsonObject = {
  measure: 'text-lamp',
  lead: 'dept-power',
  class: 'general',
  assists: [{ unit: 'dept-roads', required: true }],
};
export const DONE: JsonObject = { text: 'text-done', files: ['file-after'] };
export const SEEN: JsonObject = { passed: true, text: 'text-seen', files: [] };
export const OUTCOME: JsonObject = { text: 'text-outcome', files: ['file-after'] };
export const CONTENT: JsonObject = { solved: true, satisfied: true, disputed: false, text: null };
export const NOT_SOLVED: JsonObject = { solved: false, satisfied: false, disputed: false, text: null };
export const DISPUTED: JsonObject = { ...NOT_SOLVED, disputed: true };
export const ATTEMPT: JsonObject = { channel: 'phone', reached: false, text: null };
export const FINAL: JsonObject = { text: 'text-final', files: ['file-law'] };

export function task(result: string, unit = 'dept-power'): JsonObject {
  return { result, unit, answer: 'text-answer', evidence: ['file-1'], redoCount: 0 };
}

export const CALLED: JsonObject = { reason: 'text-road', departments: ['dept-roads', 'district-2'] };
export const CHAIN: JsonObject = { measure: 'text-lift', group: ['ann'] };

/** What a joint meeting with one duty came to. */
export function minuted(result: string): JsonObject {
  const duty = { id: 'duty-1', unit: 'dept-roads', part: 'lead', instruction: 'text-duty', matter: null, result };
  const signed = { result: 'settled', minutes: 'text-minutes', owner: 'dept-roads' };
  return { ...signed, duties: [duty], answer: 'text-answer', evidence: ['file-road'] };
}

/** What a chain of sign-offs came to. */
export function sealed(result: string): JsonObject {
  return { result, steps: 2, seals: 3, documents: ['file-seal'], reason: null, template: null };
}

/** A case as said by its reporter `ann`, or as the given report says. */
export function said(report: JsonObject = {}, policy: JsonObject = {}): CaseWalk {
  return CaseWalk.start(issueWorkflow, { input: { ...REPORT, ...report }, policy, starter: 'ann', caseId: 'issue-1' });
}

export const inCommon = (report: JsonObject = {}, policy: JsonObject = {}): CaseWalk =>
  said(report, policy).act('sortAsCommon', COMMON, 'col');
export const routed = (policy: JsonObject = {}): CaseWalk =>
  inCommon({}, policy).act('stateCompetence', RESIDENTS, 'adv');
export const talkedOver = (ready: JsonObject = {}): CaseWalk =>
  routed()
    .act('chooseLevel', { level: 'council' }, 'coo')
    .childDone('deliberation', { ...READY, ...ready });
export const scheduled = (): CaseWalk => talkedOver().tell('agenda.accepted', { meeting: MEETING, startsAt: SOON });
export const decided = (): CaseWalk => scheduled().tell('agenda.result', ADOPTED);
export const planning = (): CaseWalk => decided().act('announceDecision', HARMLESS, 'coo');
export const working = (): CaseWalk => planning().act('planOwnWork', OWN_WORK, 'coo');
export const atDepartments = (): CaseWalk => planning().act('dispatch', DISPATCH, 'coo');
export const finished = (): CaseWalk => working().act('finish', DONE, 'lin');
export const verified = (): CaseWalk => finished().act('verify', SEEN, 'sup');
export const asked = (): CaseWalk => verified().act('postOutcome', OUTCOME, 'coo');
export const inConfidence = (report: JsonObject = {}): CaseWalk =>
  said(report).act('sortAsIndividual', INDIVIDUAL, 'col');
export const atCrossroads = (): CaseWalk => working().act('reportImpossible', { text: 'text-why', files: [] }, 'lin');

/** One more round of own work, posted again. */
export const doneAgain = (walk: CaseWalk): CaseWalk =>
  walk.act('planOwnWork', OWN_WORK).act('finish', DONE, 'lin').act('verify', SEEN, 'sup').act('postOutcome', OUTCOME);
export const supervised = (): CaseWalk =>
  doneAgain(asked().act('answer', NOT_SOLVED, 'ann')).act('answer', NOT_SOLVED, 'ann');
export const CALL: JsonObject = { unit: 'building-7', rule: 'owners-278', committeeAgrees: false };
export const convening = (): CaseWalk =>
  inCommon()
    .act('stateCompetence', { decides: 'owners', text: 'text-law' }, 'adv')
    .act('chooseLevel', { level: 'building' }, 'coo')
    .childDone('deliberation', READY);
export const balloting = (): CaseWalk => convening().act('callOwners', CALL, 'coo');

/** The course's leaf, such as `say.sorting.deciding`, or the final state; `openly` is what is not in confidence. */
export function place(walk: CaseWalk): string {
  const { value } = walk;
  if (typeof value === 'string') return value;
  const open = value['open'];
  const course = typeof open === 'object' ? open['course'] : undefined;
  return course === undefined ? '' : path(course).replace(/\.openly$/, '');
}

function path(value: CaseWalk['value']): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([key, inner]) => (inner === undefined ? key : `${key}.${path(inner)}`))
    .join(',');
}

/** An act on a given day, for rules that count days. */
export function onDay(walk: CaseWalk, day: string, act: { name: string; input: JsonObject; person: string }): CaseWalk {
  const event: EngineEvent = { kind: 'act', act: act.name, input: act.input };
  const moment = { at: `${day}T02:00:00.000Z`, on: day, by: { kind: 'person' as const, person: act.person } };
  const outcome = step(walk.registered, walk.stored, { event, ...moment, policy: walk.policy });
  if (outcome.kind !== 'stepped') throw new Error(`${act.name} was not taken: ${JSON.stringify(outcome)}`);
  walk.stored = outcome.stored;
  walk.effects = outcome.effects;
  return walk;
}

/** Which guards refused an act. */
export function refusers(walk: CaseWalk, act: string, ...by: [input?: JsonObject, person?: string]): string[] {
  return walk.refused(act, ...by).because.map(({ guard }) => guard);
}
