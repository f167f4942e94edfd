import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow, type JsonObject } from '#libs/engine';
import { CaseWalk, explore } from '#libs/testing/walk';

import { ballotPresets } from './ballot.policy.js';
import { ballotContract, ballotWorkflow } from './index.js';

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

describe('a ballot by papers', () => {
  const ROLL = { entries: 12, doubts: 0, fingerprint: 'f'.repeat(64) };
  const CLOSED = { papers: 10, unsettled: 0, reached: true };
  const OWNERS = {
    subject: 'text-lift',
    unit: 'stairwell-7',
    rule: 'owners-special',
    issue: 'issue-1',
    taking: 'papers',
    roll: { of: 'owners', unit: 'stairwell-7' },
  };
  const polls = (change: JsonObject): JsonObject => {
    const { polls: preset } = ballotPresets.sitting;
    return { polls: { atHome: { ...preset.atHome, ...change }, inSitting: { ...preset.inSitting, ...change } } };
  };
  const called = (change: JsonObject = {}): CaseWalk =>
    CaseWalk.start(ballotWorkflow, { input: OWNERS, policy: polls(change) });
  const voting = (change: JsonObject = {}): CaseWalk => called(change).tell('roll.drawn', ROLL).due('appeals');
  const closing = (change: JsonObject = {}): CaseWalk => voting(change).due('polling');
  const inSitting = (change: JsonObject = {}): CaseWalk =>
    CaseWalk.start(ballotWorkflow, {
      input: {
        ...OWNERS,
        rule: 'council',
        secret: true,
        roll: { of: 'named', unit: 'council-1', persons: ['a', 'b'] },
      },
      policy: polls(change),
    });

  test('draws its roll, shows it, takes papers, closes, tallies and ends with the verdict', () => {
    const walk = called();
    expect(walk.performed('drawRoll')).toEqual([
      expect.objectContaining({ unit: 'stairwell-7', rule: 'owners-special', roll: OWNERS.roll, secret: false }),
    ]);
    walk.tell('roll.drawn', ROLL);
    expect([walk.value, walk.clocks]).toEqual([{ poll: 'appeals' }, ['appeals']]);
    walk.due('appeals');
    expect([walk.value, walk.clocks, walk.performed('openBallot')]).toEqual([{ poll: 'voting' }, ['polling'], [{}]]);
    walk.due('polling').tell('ballot.closed', CLOSED);
    expect([walk.value, walk.performed('tallyPapers')]).toEqual([{ poll: 'tallying' }, [{}]]);
    walk.tell('ballot.counted', PASSED);
    expect([walk.stored.status, walk.output]).toEqual(['done', PASSED]);
  });

  test('in a sitting opens at once and may be closed when everybody has voted; at home it may not', () => {
    const walk = inSitting({ appeals: null, closesEarly: true }).tell('roll.drawn', ROLL);
    expect(walk.value).toEqual({ poll: 'voting' });
    expect(walk.act('closePolling', {}, 'teller').value).toEqual({ poll: 'closing' });
    expect(refusals(voting(), ['closePolling', {}, 'teller'])).toEqual(['mayCloseEarly']);
  });

  test('is not secret when areas weigh, and papers need a roll', () => {
    const refused = (input: object) => ballotContract.input.safeParse(input).error?.issues.map(({ path }) => path[0]);
    expect(refused({ ...OWNERS, secret: true })).toEqual(['secret']);
    expect(refused({ ...OWNERS, roll: undefined })).toEqual(['roll']);
    expect(refused({ ...MOTION, secret: true })).toEqual(['secret']);
  });

  test.each([
    [{ reached: false, unsettled: 0 }, 'voting'],
    [{ reached: false, unsettled: 2 }, 'voting'],
    [{ reached: true, unsettled: 2 }, 'settling'],
    [{ reached: true, unsettled: 0 }, 'tallying'],
  ])('closed with %o goes on to %s', (found, state) => {
    expect(closing().tell('ballot.closed', { ...CLOSED, ...found }).value).toEqual({ poll: state });
  });

  test('with too few papers is extended by itself only as often as the rules say, then is judged as it is', () => {
    const short = { ...CLOSED, reached: false };
    const walk = closing({ extensionsMost: 1 }).tell('ballot.closed', short);
    expect([walk.value, walk.performed('openBallot')]).toEqual([{ poll: 'voting' }, [{}]]);
    walk.due('polling').tell('ballot.closed', short);
    expect(walk.value).toEqual({ poll: 'tallying' });
    expect(closing({ extendsWhenShort: false }).tell('ballot.closed', short).value).toEqual({ poll: 'tallying' });
  });

  test('is extended by a person with a reason, and the closing hour moves with it', () => {
    const walk = voting({ extensionsMost: 1 }).act('extendPolling', { reason: 'text-rain' }, 'coordinator');
    expect(walk.effects).toContainEqual(expect.objectContaining({ kind: 'extend', by: { amount: 30, unit: 'day' } }));
    expect(walk.performed('moveClosing')).toEqual([{}]);
    expect(refusals(walk, ['extendPolling', { reason: 'r' }, 'coordinator'])).toEqual(['pollExtensionsLeft']);
  });

  test('without anybody on the roll waits for the registry to be put right, then lapses', () => {
    const walk = called().tell('roll.refused', { code: 'ballot.roll_empty' });
    expect([walk.value, walk.context['poll']]).toEqual([
      { poll: 'unready' },
      expect.objectContaining({ refusedBy: 'ballot.roll_empty' }),
    ]);
    expect(walk.fork().act('redrawRoll', { reason: 'r' }, 'coordinator').value).toEqual({ poll: 'drawing' });
    walk.due('unready');
    expect([walk.output, walk.performed('voidBallot')]).toEqual([
      { verdict: 'no_quorum', provisional: false, certificate: { ending: 'lapsed' } },
      [{}],
    ]);
  });

  test('settles what is contested before it counts, and leaves out what is not settled in time', () => {
    const walk = closing().tell('ballot.closed', { ...CLOSED, unsettled: 1 });
    expect(walk.fork().act('finishSettling', {}, 'teller').value).toEqual({ poll: 'closing' });
    expect(walk.due('settling').value).toEqual({ poll: 'tallying' });
  });

  test('that the rule cannot judge goes back to people, and lapses when they cannot help either', () => {
    const walk = closing({ settlementsMost: 1 }).tell('ballot.closed', CLOSED);
    walk.tell('ballot.refused', { code: 'rule.not_in_force' });
    expect(walk.value).toEqual({ poll: 'settling' });
    walk.due('settling').tell('ballot.refused', { code: 'rule.not_in_force' }).due('settling');
    expect(walk.output).toMatchObject({ verdict: 'no_quorum', certificate: { ending: 'lapsed' } });
  });

  test.each([['declareVoid'], ['cancel']])('takes no paper and counts none after %s', (how) => {
    const walk = voting();
    if (how === 'cancel') walk.cancel();
    else walk.act('declareVoid', { reason: 'text-error' }, 'chair');
    expect(walk.performed('voidBallot')).toEqual([{}]);
    expect(walk.output).toMatchObject({ verdict: 'no_quorum' });
  });

  test('asks again when no roll, no close or no verdict comes, then has a person look', () => {
    expect(called({ drawingsMost: 2 }).due('drawing').value).toEqual({ poll: 'drawing' });
    expect(called({ drawingsMost: 1 }).due('drawing').value).toEqual({ poll: 'unready' });
    expect(closing({ closingsMost: 1 }).due('closing').value).toEqual({ poll: 'settling' });
    expect(closing({ closingsMost: 2 }).tell('ballot.closed', CLOSED).due('closing').value).toEqual({
      poll: 'tallying',
    });
  });

  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    const found = explore(called({ extensionsMost: 1, redrawsMost: 1, settlementsMost: 1, closesEarly: true }), {
      acts: { redrawRoll: [{ reason: 'r' }], extendPolling: [{ reason: 'r' }], declareVoid: [{ reason: 'r' }] },
      told: {
        'roll.drawn': [ROLL],
        'roll.refused': [{ code: 'ballot.roll_empty' }],
        'ballot.closed': [CLOSED, { ...CLOSED, unsettled: 1 }, { ...CLOSED, reached: false }],
        'ballot.counted': [PASSED],
        'ballot.refused': [{ code: 'rule.invalid' }],
      },
      persons: ['p1'],
      situation: ({ context }) => JSON.stringify({ ...(context['poll'] as JsonObject), closed: null, refusedBy: null }),
    });
    expect(found.faults).toEqual([]);
    expect([...found.acts].sort()).toEqual([
      'closePolling',
      'declareVoid',
      'extendPolling',
      'finishSettling',
      'redrawRoll',
    ]);
    expect([...found.leaves].filter((leaf) => leaf.startsWith('poll')).sort()).toEqual([
      'poll.appeals',
      'poll.closing',
      'poll.drawing',
      'poll.settling',
      'poll.tallying',
      'poll.unready',
      'poll.voting',
    ]);
  }, 60_000);
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
    expect([...found.acts].sort()).toEqual([
      'confirmCount',
      'declareVoid',
      'disputeCount',
      'extendWindow',
      'recordCount',
    ]);
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
