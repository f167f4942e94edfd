import type { JsonObject } from '#libs/engine';
import { CaseWalk } from '#libs/testing/walk';

import { jointMeetingWorkflow } from './index.js';

/*
 * What a joint meeting is given and said in tests. Imported by tests only.
 */

export const CALLED = {
  unit: 'qilian',
  place: 'road',
  departments: ['jyg', 'roads'],
  named: 'text-road',
  because: 'text-why',
  first: 'qilian-roads',
  issue: null,
  task: null,
  caller: null,
  matter: null,
  confidential: false,
  round: 1,
};
export const SITTING = { startsAt: '2026-11-03T01:00:00.000Z', where: 'text-room' };
export const LEAD = { unit: 'qilian', part: 'lead', instruction: 'text-lead', limit: null, matter: null };
export const ASSIST = { unit: 'jyg', part: 'assist', instruction: 'text-assist', limit: null, matter: 'drainage' };
export const MINUTE = { minute: 'text-minute', duties: [LEAD, ASSIST], owner: 'qilian', ground: 'text-ground' };
export const FOUND = { chair: 'qilian', upper: null, keeper: 'qilian', crossing: true };
export const DONE = {
  result: 'verified',
  unit: 'qilian',
  answer: 'text-answer',
  evidence: ['file-1'],
  redoCount: 0,
  contact: null,
};

export const called = ({ task = null, ...more }: JsonObject = {}): CaseWalk => {
  const walk = CaseWalk.start(jointMeetingWorkflow, {
    input: { ...CALLED, ...more },
    caseId: 'joint-1',
    starter: 'li',
  });
  // what no person may bring: a dispute calls its meeting as the system
  return Object.assign(walk, { stored: { ...walk.stored, context: { ...walk.context, task } } });
};
export const answered = (more: JsonObject = {}): CaseWalk =>
  called(more)
    .act('setSitting', SITTING, 'chair')
    .act('confirmAttendance', { unit: 'jyg' }, 'jyg')
    .act('sendExcuse', { unit: 'roads', reason: 'text-flood' }, 'roads');
export const sitting = (more: JsonObject = {}): CaseWalk =>
  answered(more)
    .due('sitting')
    .act('openSitting', { attendance: ['jyg'] }, 'chair');
export const drafted = (more: JsonObject = {}): CaseWalk => sitting(more).act('draftMinute', MINUTE, 'chair');
export const opposed = (more: JsonObject = {}): CaseWalk =>
  drafted(more).act('objectToMinute', { unit: 'jyg', reason: 'text-no' }, 'jyg');
export const withUpper = (walk: CaseWalk): CaseWalk =>
  walk.tell('chair.found', { ...FOUND, chair: 'city', upper: 'province' });
/** Of a task in dispute: its owner leads by that task. */
export const NAMED = { ...MINUTE, duties: [ASSIST] };
export const sharing = (assist: JsonObject): JsonObject => ({ ...MINUTE, duties: [LEAD, { ...ASSIST, ...assist }] });
export const unitsAs = (walk: CaseWalk, relation: string): unknown[] =>
  walk.parties.flatMap((party) => (party.relation === relation ? [party.unit] : []));
