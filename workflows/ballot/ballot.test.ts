import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow, type JsonObject } from '#libs/engine';
import { CaseWalk, explore } from '#libs/testing/walk';

import { ballotWorkflow } from './index.js';

const MOTION = {
  subject: 'text-measure',
  unit: 'council-1',
  rule: 'council',
  issue: 'issue-1',
  members: 20,
  recused: 1,
  present: 15,
};
const COUNT = { method: 'hands', yes: 10, no: 4, abstain: 1, invalid: 0 };
const PASSED = { verdict: 'passed', provisional: false, certificate: { rule: 'council' } };

const open = (policy: JsonObject = {}): CaseWalk => CaseWalk.start(ballotWorkflow, { input: MOTION, policy });
const counted = (policy: JsonObject = {}): CaseWalk => open(policy).act('recordCount', COUNT, 'teller');
const refusals = (walk: CaseWalk, [act, input, person]: [string, JsonObject, string]): string[] =>
  walk.refused(act, input, person).because.map(({ guard }) => guard);

describe('a ballot that goes well', () => {
  test('is counted by one, confirmed by another, reckoned by the rule and certified', () => {
    const walk = counted().act('confirmCount', {}, 'second');
    expect(walk.performed('countBallot')).toEqual([
      {
        rule: 'council',
        unit: 'council-1',
        issue: 'issue-1',
        subject: 'text-measure',
        counts: { members: 20, recused: 1, present: 15, yes: 10, no: 4, abstain: 1, invalid: 0 },
      },
    ]);
    walk.tell('ballot.counted', PASSED);
    expect([walk.stored.status, walk.output]).toEqual(['done', PASSED]);
  });

  test.each(['passed', 'failed', 'no_quorum', 'tie'])('reports the verdict %s as it was reckoned', (verdict) => {
    const walk = counted()
      .act('confirmCount', {}, 'second')
      .tell('ballot.counted', { ...PASSED, verdict });
    expect(walk.output).toMatchObject({ verdict });
  });

  test('decides nothing by a verdict that comes while the count is looked at', () => {
    const walk = counted().tell('ballot.counted', PASSED);
    expect([walk.value, walk.context['verdict'], walk.context['lateAnswers']]).toEqual(['counted', null, 1]);
  });
});

describe('the count', () => {
  test.each([
    [{ yes: 15, no: 0, abstain: 0, invalid: 0 }, true],
    [{ yes: 10, no: 4, abstain: 1, invalid: 1 }, false],
    [{ yes: 0, no: 0, abstain: 0, invalid: 0 }, true],
    [{ yes: 0, no: 16, abstain: 0, invalid: 0 }, false],
  ])('%o of 15 present fits: %s', (votes, fits) => {
    const outcome = open().attempt({ kind: 'act', act: 'recordCount', input: { method: 'paper', ...votes } });
    expect(outcome.kind).toBe(fits ? 'stepped' : 'refused');
  });

  test('is not confirmed or disputed by the teller', () => {
    expect(refusals(counted(), ['confirmCount', {}, 'teller'])).toEqual(['isSecondPerson']);
    expect(refusals(counted(), ['disputeCount', { reason: 'r' }, 'teller'])).toEqual(['isSecondPerson']);
    expect(ballotWorkflow.acts['confirmCount']?.who.every(({ not }) => not?.includes('teller'))).toBe(true);
    expect(counted().parties).toContainEqual({ relation: 'teller', person: 'teller' });
  });

  test('is taken again when it is disputed, as often as the policy says', () => {
    const walk = counted({ recountsMost: 1 }).act('disputeCount', { reason: 'text-differs' }, 'second');
    expect([walk.value, walk.context['teller'], walk.context['recounts']]).toEqual(['open', null, 1]);
    walk.act('recordCount', COUNT, 'teller');
    expect(refusals(walk, ['disputeCount', { reason: 'r' }, 'second'])).toEqual(['recountsLeft']);
  });

  test('lapses when nobody confirms it after the reminders', () => {
    const walk = counted({ remindersMost: 2 }).due('confirmation').due('confirmation');
    expect(walk.value).toBe('counted');
    walk.due('confirmation');
    expect([walk.value, walk.output]).toEqual([
      'lapsed',
      { verdict: 'no_quorum', provisional: false, certificate: { ending: 'lapsed' } },
    ]);
  });
});

describe('the window', () => {
  test('is extended a limited number of times', () => {
    const walk = open({ extensionsMost: 1 }).act('extendWindow', { reason: 'text-few' });
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ kind: 'extend', by: { amount: 30, unit: 'minute' } }),
    );
    expect(refusals(walk, ['extendWindow', { reason: 'r' }, 'chair'])).toEqual(['extensionsLeft']);
  });

  test('closes without a verdict when nothing was counted', () => {
    expect(open().due('window').output).toMatchObject({ verdict: 'no_quorum', certificate: { ending: 'lapsed' } });
  });
});

describe('a ballot that went wrong', () => {
  test('is void and repeated, then void for good', () => {
    const walk = counted({ revotesMost: 1 }).act('declareVoid', { reason: 'text-error' }, 'chair');
    expect([walk.value, walk.context['count'], walk.clocks]).toEqual(['open', null, ['window']]);
    walk.act('declareVoid', { reason: 'text-error' }, 'chair');
    expect(walk.output).toMatchObject({ verdict: 'no_quorum', certificate: { ending: 'void' } });
  });

  test('asks for the verdict again, then has a person look at the count', () => {
    const walk = counted({ reckoningsMost: 2 }).act('confirmCount', {}, 'second').due('reckoning');
    expect(walk.performed('countBallot')).toHaveLength(1);
    walk.due('reckoning');
    expect([walk.value, walk.context['confirmedBy']]).toEqual(['counted', null]);
  });

  test('goes back to a person when the rule cannot judge its counts', () => {
    const walk = counted().act('confirmCount', {}, 'second').tell('ballot.refused', { code: 'rule.not_in_force' });
    expect([walk.value, walk.context['refusedBy']]).toEqual(['counted', 'rule.not_in_force']);
    expect(walk.act('declareVoid', { reason: 'r' }, 'chair').value).toBe('open');
  });

  test('decides nothing when it is cancelled', () => {
    const walk = counted().cancel();
    expect([walk.stored.status, walk.output]).toEqual([
      'cancelled',
      { verdict: 'no_quorum', provisional: false, certificate: { ending: 'cancelled' } },
    ]);
  });
});

describe('every way through a ballot', () => {
  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    const found = explore(open(), {
      acts: {
        recordCount: [COUNT],
        disputeCount: [{ reason: 'r' }],
        extendWindow: [{ reason: 'r' }],
        declareVoid: [{ reason: 'r' }],
      },
      told: { 'ballot.counted': [PASSED], 'ballot.refused': [{ code: 'rule.invalid' }] },
      persons: ['p1', 'p2'],
      situation: ({ context }) =>
        JSON.stringify(
          ['teller', 'extensions', 'recounts', 'revotes', 'reminders', 'reckonings'].map((key) => context[key] ?? null),
        ),
    });
    expect(found.faults).toEqual([]);
    expect([...found.acts].sort()).toEqual(Object.keys(ballotWorkflow.acts).sort());
    expect([...found.leaves].sort()).toEqual([
      'annulled',
      'cancelled',
      'certified',
      'counted',
      'lapsed',
      'open',
      'reckoning',
    ]);
  }, 60_000);

  test('follows the rules of the linter', () => {
    expect(lintWorkflow(registerWorkflow(ballotWorkflow))).toEqual([]);
  });
});
