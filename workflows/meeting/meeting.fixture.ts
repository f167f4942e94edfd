import type { JsonObject } from '#libs/engine';
import { CaseWalk } from '#libs/testing/walk';

import { meetingWorkflow } from './index.js';

/*
 * Meetings at the places tests start from.
 */

export const CALL = {
  unit: 'council-1',
  level: 'council',
  title: 'text-title',
  startsAt: '2026-11-09T01:00:00.000Z',
  members: 6,
};
export const MEMBERS = ['m1', 'm2', 'm3', 'm4'];
export const LATER = '2026-11-16T01:00:00.000Z';
export const submitted = (issue: string, more: JsonObject = {}): JsonObject => ({
  issue,
  title: `text-${issue}`,
  measures: ['text-measure'],
  ...more,
});
export const verdict = (result: string): JsonObject => ({
  verdict: result,
  provisional: false,
  certificate: { rule: 'council' },
});

export function convened(call: JsonObject = {}, policy: JsonObject = {}): CaseWalk {
  return CaseWalk.start(meetingWorkflow, { input: { ...CALL, ...call }, policy, caseId: 'meeting-1' });
}
export const withItems = (policy: JsonObject = {}, more: JsonObject = {}): CaseWalk =>
  convened({}, policy).tell('item.submitted', submitted('i1', more)).tell('item.submitted', submitted('i2'));
export const checkingIn = (policy: JsonObject = {}, more: JsonObject = {}): CaseWalk =>
  withItems(policy, more).due('start');
export const sitting = (policy: JsonObject = {}, more: JsonObject = {}): CaseWalk =>
  checkingIn(policy, more).act('recordArrivals', { persons: MEMBERS }, 'secretary').act('openSitting', {}, 'chair');
export const debating = (policy: JsonObject = {}, more: JsonObject = {}): CaseWalk =>
  sitting(policy, more).act('presentItem', { issue: 'i1' }, 'chair');
export const seconded = (policy: JsonObject = {}, more: JsonObject = {}): CaseWalk =>
  debating(policy, more).act('propose', { existing: 'text-measure' }, 'm1').act('second', {}, 'm2');
export const voting = (policy: JsonObject = {}): CaseWalk => seconded(policy).act('putToVote', {}, 'chair');
export const drafted = (): CaseWalk =>
  sitting().act('closeSitting', {}, 'chair').act('draftMinutes', { text: 'text-minutes' }, 'secretary');
export const refusals = (walk: CaseWalk, [act, input, person]: [string, JsonObject, string]): string[] =>
  walk.refused(act, input, person).because.map(({ guard }) => guard);
export const results = (walk: CaseWalk): unknown[] =>
  walk.told
    .filter(({ type }) => type === 'agenda.result')
    .map(({ target, payload }) => [target['case'], payload['result']]);
export const statusOf = (walk: CaseWalk, issue: string): unknown =>
  (walk.context['items'] as { issue: string; status: string }[]).find((item) => item.issue === issue)?.status;
