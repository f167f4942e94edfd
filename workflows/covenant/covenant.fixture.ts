import type { JsonObject } from '#libs/engine';
import { CaseWalk } from '#libs/testing/walk';

import { covenantWorkflow } from './index.js';

/* What the tests of this workflow begin with. */

export const DOGS = {
  kind: 'covenant',
  unit: 'limin',
  title: 'title-dogs',
  text: 'text-dogs',
  filedWith: 'qilian',
};
export const CHECKLIST = { setsNoPenalties: true, touchesNobodyAlone: true, followsTheLaw: true, isOursToDecide: true };
export const FOUND = { adoptedBy: 'assembly', setsNoPenalties: true, isLawful: true, finding: 'text-finding' };
export const COMMENTED = { result: 'ended', objections: 0 };
export const PASSED = { verdict: 'passed', provisional: false, certificate: { verdict: 'passed' } };
export const ENTERED = {
  entry: 'entry-1',
  number: '丽民社区公约〔2026〕1号',
  version: 1,
  inForceFrom: '2026-11-02',
  previous: null,
};

export const begun = (change: JsonObject = {}, policy: JsonObject = {}): CaseWalk =>
  CaseWalk.start(covenantWorkflow, { input: { ...DOGS, ...change }, policy, starter: 'drafter' });
export const checking = (change: JsonObject = {}, policy: JsonObject = {}): CaseWalk =>
  begun(change, policy).act('submitDraft', CHECKLIST, 'drafter');
export const commenting = (policy: JsonObject = {}, found: JsonObject = {}): CaseWalk =>
  checking({}, policy).act('clearDraft', { ...FOUND, ...found }, 'officer');
export const adopting = (policy: JsonObject = {}, found: JsonObject = {}): CaseWalk =>
  commenting(policy, found).childDone('comments', COMMENTED);
export const signing = (policy: JsonObject = {}): CaseWalk => adopting(policy).childDone('adoption', PASSED);
export const filing = (policy: JsonObject = {}): CaseWalk => signing(policy).act('sign', {}, 'chair');
export const entering = (policy: JsonObject = {}): CaseWalk =>
  filing(policy).act('acceptFiling', { number: '7' }, 'street');
export const standing = (policy: JsonObject = {}): CaseWalk =>
  entering(policy).tell('register.entered', ENTERED).childDone('posting', { result: 'ended', objections: 0 });

/** Before a meeting of the representatives. */
export const scheduled = (policy: JsonObject = {}): CaseWalk =>
  adopting(policy, { adoptedBy: 'representatives' }).act('submitToMeeting', { meeting: 'meeting-1' }, 'secretary');

export const pledge = (policy: JsonObject = {}): CaseWalk => {
  const { filedWith: _, ...input } = DOGS;
  return CaseWalk.start(covenantWorkflow, { input: { ...input, kind: 'pledge' }, policy, starter: 'drafter' });
};
export const collecting = (policy: JsonObject = {}): CaseWalk =>
  pledge(policy).act('submitDraft', CHECKLIST, 'drafter').act('clearDraft', FOUND, 'officer');
export const pledged = (): CaseWalk =>
  collecting()
    .act('signPledge', { isNamed: true }, 'wang')
    .act('signPledge', { isNamed: false }, 'zhang')
    .act('closeCollecting', {}, 'secretary')
    .tell('register.entered', { ...ENTERED, number: '丽民社区自律公约〔2026〕1号' });

export const refusals = (walk: CaseWalk, [act, input, person]: [string, JsonObject, string]): string[] =>
  walk.refused(act, input, person).because.map(({ guard }) => guard);
