import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow, type JsonObject } from '#libs/engine';
import { CaseWalk, explore } from '#libs/testing/walk';

import { noticeWorkflow } from './index.js';

const DRAFT = {
  issue: 'issue-1',
  unit: 'community-1',
  title: 'text-title',
  text: 'text-body',
  blocking: true,
  days: 7,
};
const BOARD = { place: '居务公开栏', photo: 'file-1' };
const OBJECTION = { ground: 'cost', text: 'text-too-dear' };
const UPHELD = { objection: 1, decision: 'upheld', reason: 'text-right' };
const DISMISSED = { objection: 1, decision: 'dismissed', reason: 'text-wrong' };

const drafted = (policy: JsonObject = {}): CaseWalk => CaseWalk.start(noticeWorkflow, { input: DRAFT, policy });
const posted = (policy: JsonObject = {}): CaseWalk => drafted(policy).act('post', { places: [BOARD] }, 'coordinator');
const objected = (): CaseWalk => posted().act('objectTo', OBJECTION, 'wang');
const refusals = (walk: CaseWalk, [act, input, person]: [string, JsonObject, string]): string[] =>
  walk.refused(act, input, person).because.map(({ guard }) => guard);

describe('a notice nobody objects to', () => {
  test('is hung, published, counted by the calendar of the policy, and ends by itself', () => {
    const walk = posted();
    expect(walk.performed('publish')).toEqual([{ notice: 'case-1', ...DRAFT, places: [BOARD] }]);
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ kind: 'arm', duration: { amount: 7, unit: 'day', calendar: 'always' } }),
    );
    walk.due('hanging');
    expect(walk.performed('unpublish')).toEqual([{ notice: 'case-1', outcome: 'ended' }]);
    expect(walk.output).toEqual({ result: 'ended', objections: 0 });
  });

  test('counts working days where the policy says so', () => {
    const walk = posted({ dayUnit: 'workingDay', calendar: 'office' });
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ kind: 'arm', duration: { amount: 7, unit: 'workingDay', calendar: 'office' } }),
    );
  });

  test('is internal until it hangs and public afterwards', () => {
    expect([drafted().summary.visibility, posted().summary.visibility]).toEqual(['internal', 'public']);
  });
});

describe('drafted', () => {
  test('cannot be posted at fewer different places than the policy asks', () => {
    expect(refusals(drafted(), ['post', { places: [] }, 'c'])).toEqual(['isHungWidely']);
    const twice = { places: [BOARD, BOARD] };
    expect(refusals(drafted({ placesLeast: 2 }), ['post', twice, 'c'])).toEqual(['isHungWidely']);
  });

  test('is asked for again when it is not posted in time', () => {
    const walk = drafted().due('posting').due('posting');
    expect([walk.value, walk.context['silences'], walk.clocks]).toEqual(['drafted', 2, ['posting']]);
  });

  test('takes no objection before it hangs', () => {
    expect(drafted().refused('objectTo', OBJECTION).code).toBe('act.not_allowed');
  });
});

describe('an objection', () => {
  test('that is dismissed leaves the notice to its end', () => {
    const walk = objected().act('answerObjection', DISMISSED, 'adviser');
    expect(walk.value).toEqual({ posted: 'waiting' });
    expect(walk.due('hanging').due('settling').output).toEqual({ result: 'ended', objections: 1 });
  });

  test('that is upheld takes the notice down and sends the matter back', () => {
    const walk = objected().act('answerObjection', UPHELD, 'adviser');
    expect(walk.performed('unpublish')).toEqual([{ notice: 'case-1', outcome: 'objection_upheld' }]);
    expect(walk.output).toEqual({ result: 'objection_upheld', objections: 1 });
  });

  test('waits for the others to be answered before an upheld one ends the notice', () => {
    const walk = objected().act('objectTo', OBJECTION, 'zhao').act('answerObjection', UPHELD, 'adviser');
    expect(walk.stored.status).toBe('active');
    walk.act('answerObjection', { ...DISMISSED, objection: 2 }, 'adviser');
    expect(walk.output).toEqual({ result: 'objection_upheld', objections: 2 });
  });

  test('is still answered when the days are over, and no new one is taken then', () => {
    const walk = objected().due('hanging');
    expect(walk.value).toBe('answering');
    expect(walk.refused('objectTo', OBJECTION, 'zhao').code).toBe('act.not_allowed');
    walk.act('answerObjection', DISMISSED, 'adviser').due('settling');
    expect(walk.output).toEqual({ result: 'ended', objections: 1 });
  });

  test('is never answered by silence: it is asked for again and the leader is told', () => {
    const walk = objected().due('objectionAnswer').due('objectionAnswer');
    expect([walk.value, walk.context['silences']]).toEqual([{ posted: 'objected' }, 2]);
    const over = walk.due('hanging').due('objectionAnswer');
    expect([over.value, over.context['silences']]).toEqual(['answering', 3]);
  });

  test('is one at a time for each person', () => {
    expect(refusals(objected(), ['objectTo', OBJECTION, 'wang'])).toEqual(['objectsFirstTime']);
    const again = objected().act('answerObjection', DISMISSED, 'adviser').act('objectTo', OBJECTION, 'wang');
    expect(again.context['objections']).toHaveLength(2);
  });

  test('is answered once, and only if it exists', () => {
    expect(refusals(objected(), ['answerObjection', { ...UPHELD, objection: 9 }, 'a'])).toEqual(['isOpenObjection']);
  });

  test('is not answered by anybody who objects', () => {
    expect(noticeWorkflow.acts['answerObjection']?.who.every(({ not }) => not?.includes('objector'))).toBe(true);
    expect(objected().parties).toEqual([{ relation: 'objector', person: 'wang' }]);
  });
});

describe('posted', () => {
  test('is extended within the limits of the policy', () => {
    const walk = posted({ extensionsMost: 1 });
    expect(refusals(walk, ['extendNotice', { days: 8, reason: 'r' }, 'c'])).toEqual(['extensionShortEnough']);
    walk.act('extendNotice', { days: 3, reason: 'r' });
    expect(walk.effects).toContainEqual(expect.objectContaining({ kind: 'extend', by: { amount: 3, unit: 'day' } }));
    expect(refusals(walk, ['extendNotice', { days: 1, reason: 'r' }, 'c'])).toEqual(['extensionsLeft']);
  });

  test('collects further proof of where it hangs', () => {
    const walk = posted().act('addProof', { places: [{ place: '3号楼', photo: 'file-2' }] });
    expect(walk.context['places']).toHaveLength(2);
  });

  test('is taken down when its matter goes away', () => {
    for (const walk of [posted().cancel(), objected().cancel(), objected().due('hanging').cancel()]) {
      expect(walk.performed('unpublish')).toEqual([{ notice: 'case-1', outcome: 'withdrawn' }]);
      expect(walk.output).toMatchObject({ result: 'withdrawn' });
    }
  });

  test('was never published when it is withdrawn as a draft', () => {
    expect(drafted().act('withdrawNotice', { reason: 'r' }).performed('unpublish')).toEqual([]);
  });
});

describe('every way through a notice', () => {
  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    const found = explore(drafted(), {
      acts: {
        post: [{ places: [BOARD] }],
        addProof: [{ places: [BOARD] }],
        objectTo: [OBJECTION],
        answerObjection: [UPHELD, DISMISSED],
        askReview: [{ objection: 1, reason: 'r' }],
        decideReview: [
          { objection: 1, decision: 'upheld', reason: 'r' },
          { objection: 1, decision: 'dismissed', reason: 'r' },
        ],
        appealWithdrawal: [{ reason: 'r' }],
        upholdAppeal: [{ reason: 'r' }],
        dismissAppeal: [{ reason: 'r' }],
        extendNotice: [{ days: 1, reason: 'r' }],
        withdrawNotice: [{ reason: 'r' }],
      },
      persons: ['p1', 'p2', 'p3'],
      situation: ({ context }) => {
        const objections = context['objections'] as { decision: string; review: { decision: string } | null }[];
        const told = objections.slice(0, 2).map(({ decision, review }) => [decision, review?.decision]);
        return JSON.stringify([Math.min(1, Number(context['extensions'])), context['returns'], told]);
      },
    });
    expect(found.faults).toEqual([]);
    expect([...found.acts].sort()).toEqual(Object.keys(noticeWorkflow.acts).sort());
    expect([...found.leaves].sort()).toEqual(
      [
        'answering',
        'appealed',
        'drafted',
        'ended',
        'objectionUpheld',
        'posted.objected',
        'posted.quiet',
        'posted.waiting',
        'settling',
        'takenDown',
        'withdrawn',
      ].sort(),
    );
  }, 60_000);

  test('follows the rules of the linter', () => {
    expect(lintWorkflow(registerWorkflow(noticeWorkflow))).toEqual([]);
  });
});
