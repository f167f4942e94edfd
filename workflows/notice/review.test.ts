import { describe, expect, test } from '@jest/globals';

import { migrateStored, registerWorkflow, type JsonObject } from '#libs/engine';
import { CaseWalk } from '#libs/testing/walk';

import { noticeWorkflow } from './index.js';

const DRAFT = { issue: 'issue-1', unit: 'u-1', title: 'text-title', text: 'text-body', blocking: true, days: 7 };
const BOARD = { place: '居务公开栏', photo: 'file-1' };
const WHY = { reason: 'text-why' };

const drafted = (more: JsonObject = {}, policy: JsonObject = {}): CaseWalk =>
  CaseWalk.start(noticeWorkflow, { input: { ...DRAFT, ...more }, policy });
const posted = (more: JsonObject = {}): CaseWalk => drafted(more).act('post', { places: [BOARD] }, 'coordinator');
const dismissed = (): CaseWalk =>
  posted()
    .act('objectTo', { ground: 'cost', text: 'text-dear' }, 'wang')
    .act('answerObjection', { objection: 1, decision: 'dismissed', ...WHY }, 'adviser');
const reviewed = (): CaseWalk => dismissed().act('askReview', { objection: 1, ...WHY }, 'wang');
const withdrawn = (): CaseWalk => posted().act('withdrawNotice', WHY, 'coordinator');
const appealed = (): CaseWalk => withdrawn().act('appealWithdrawal', WHY, 'zhao');
const refusals = (walk: CaseWalk, [act, input, person]: [string, JsonObject, string]): string[] =>
  walk.refused(act, input, person).because.map(({ guard }) => guard);

describe('the review of a dismissal', () => {
  test('is asked for once, by whoever objected, and decided by somebody who did not answer', () => {
    expect(refusals(dismissed(), ['askReview', { objection: 1, ...WHY }, 'zhao'])).toEqual(['isOwnDismissal']);
    const walk = reviewed();
    expect(walk.value).toEqual({ posted: 'objected' });
    const decision = { objection: 1, decision: 'dismissed', ...WHY };
    for (const partial of ['adviser', 'wang'])
      expect(refusals(walk, ['decideReview', decision, partial])).toEqual(['isOpenReviewOfAnother']);
    walk.act('decideReview', decision, 'supervisor');
    expect(walk.value).toEqual({ posted: 'waiting' });
    expect(refusals(walk, ['askReview', { objection: 1, ...WHY }, 'wang'])).toContain('isOwnDismissal');
    expect(walk.due('hanging').output).toEqual({ result: 'ended', objections: 1 });
  });

  test('that finds for the objector takes the notice down and sends the matter back', () => {
    const walk = reviewed().act('decideReview', { objection: 1, decision: 'upheld', ...WHY }, 'supervisor');
    expect([walk.value, walk.output]).toEqual(['objectionUpheld', { result: 'objection_upheld', objections: 1 }]);
  });

  test('keeps the first answer beside the second', () => {
    const walk = reviewed().act('decideReview', { objection: 1, decision: 'dismissed', reason: 'text-2' }, 's');
    expect(walk.context['objections']).toMatchObject([
      { reason: 'text-why', answeredBy: 'adviser', review: { answer: 'text-2', decidedBy: 's' } },
    ]);
  });

  test('can be asked for some hours after the dismissal, also when the days are over', () => {
    const walk = dismissed().due('hanging');
    expect([walk.value, walk.abilities]).toEqual(['settling', ['askReview']]);
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ kind: 'arm', duration: { until: '2026-11-05T01:03:00.000Z' } }),
    );
    walk.act('askReview', { objection: 1, ...WHY }, 'wang');
    expect(walk.value).toBe('answering');
    walk.act('decideReview', { objection: 1, decision: 'dismissed', ...WHY }, 'supervisor');
    expect(walk.output).toEqual({ result: 'ended', objections: 1 });
  });

  test('is not waited for where the dismissal lies further back than the policy says', () => {
    const walk = drafted({}, { reviewHours: 0 }).act('post', { places: [BOARD] });
    walk.act('objectTo', { ground: 'cost', text: 't' }, 'wang');
    walk.act('answerObjection', { objection: 1, decision: 'dismissed', ...WHY }, 'adviser');
    expect(refusals(walk, ['askReview', { objection: 1, ...WHY }, 'wang'])).toEqual(['isOwnDismissal']);
    expect(walk.due('hanging').value).toBe('ended');
  });

  test('is asked for again when nobody decides it, and outlasts the days', () => {
    const walk = reviewed().due('objectionAnswer').due('hanging').due('objectionAnswer');
    expect([walk.value, walk.context['silences']]).toEqual(['answering', 2]);
  });
});

describe('a withdrawal', () => {
  test('takes the notice down at once and is final when nobody appeals', () => {
    const walk = withdrawn();
    expect(walk.performed('unpublish')).toEqual([{ notice: 'case-1', outcome: 'withdrawn' }]);
    expect(walk.value).toBe('takenDown');
    expect(walk.due('withdrawalAppeal').output).toEqual({ result: 'withdrawn', objections: 0 });
  });

  test('that a resident appeals against is judged by somebody else', () => {
    for (const partial of ['coordinator', 'zhao'])
      expect(refusals(appealed(), ['upholdAppeal', WHY, partial])).toEqual(['isJudgeAnother']);
    expect(appealed().parties).toEqual([
      { relation: 'withdrawer', person: 'coordinator' },
      { relation: 'appellant', person: 'zhao' },
    ]);
    expect(appealed().act('dismissAppeal', WHY, 'leader').output).toMatchObject({ result: 'withdrawn' });
  });

  test('that is found wrong hangs the notice again with all its days, and it is not withdrawn twice', () => {
    const walk = appealed().act('upholdAppeal', WHY, 'leader');
    expect(walk.performed('publish')).toHaveLength(1);
    expect(walk.effects).toContainEqual(
      expect.objectContaining({
        kind: 'arm',
        name: 'hanging',
        duration: { amount: 7, unit: 'day', calendar: 'always' },
      }),
    );
    expect(refusals(walk, ['withdrawNotice', WHY, 'coordinator'])).toEqual(['mayBeWithdrawn']);
    expect(walk.due('hanging').output).toEqual({ result: 'ended', objections: 0 });
  });

  test('found wrong does not lose an objection that was open', () => {
    const walk = posted().act('objectTo', { ground: 'cost', text: 't' }, 'wang').act('withdrawNotice', WHY, 'c');
    walk.act('appealWithdrawal', WHY, 'zhao').act('upholdAppeal', WHY, 'leader');
    expect(walk.value).toEqual({ posted: 'objected' });
  });

  test('that nobody judges is asked for again', () => {
    const walk = appealed().due('appealDecision').due('appealDecision');
    expect([walk.value, walk.context['silences']]).toEqual(['appealed', 2]);
  });

  test('ends for good when its matter goes away', () => {
    for (const walk of [withdrawn().cancel(), appealed().cancel()])
      expect(walk.output).toMatchObject({ result: 'withdrawn' });
  });
});

describe('whoever asked for a notice', () => {
  test('is told at once that it hangs when they wished to be told: what need not wait goes on', () => {
    const walk = posted({ blocking: false, tellsParent: true });
    expect(walk.told).toEqual([
      {
        target: { parent: true },
        type: 'notice.posted',
        payload: { notice: 'case-1', blocking: false, days: 7 },
      },
    ]);
    expect(posted({ blocking: false }).told).toEqual([]);
  });
});

describe('the places of a notice', () => {
  test('are of every kind the policy asks for', () => {
    const stairwell = { place: '7号楼1单元', photo: 'file-2', kind: 'stairwell' };
    const walk = drafted({}, { kindsNeeded: ['board', 'stairwell'] });
    expect(refusals(walk, ['post', { places: [BOARD] }, 'c'])).toEqual(['isHungWidely']);
    expect(walk.act('post', { places: [BOARD, stairwell] }, 'c').value).toEqual({ posted: 'quiet' });
  });
});

describe('a notice that began under the first version', () => {
  test('goes on: its objections are as they were, and a dismissal of before can still be reviewed', () => {
    const walk = dismissed();
    const { kind, fields, owners, tellsParent, withdrawal, returns, ...context } = walk.context;
    const objections = (context['objections'] as JsonObject[]).map(
      ({ review: _review, answeredAt: _at, ...one }) => one,
    );
    const old = { ...walk.stored, definition: 1, context: { ...context, objections } };
    const { context: now } = migrateStored(registerWorkflow(noticeWorkflow), old);
    expect(now).toMatchObject({ kind, fields, owners, tellsParent, withdrawal, returns });
    expect(now['objections']).toMatchObject([{ review: null, answeredAt: '2026-11-02T01:02:00.000Z' }]);
  });
});
