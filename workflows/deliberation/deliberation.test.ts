import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow } from '#libs/engine';
import { CaseWalk, explore } from '#libs/testing/walk';

import { deliberationWorkflow } from './index.js';

const INPUT = { issue: 'issue-1', unit: 'limin', title: 'text-title', decides: 'residents', round: 1 };
const open = (): CaseWalk => CaseWalk.start(deliberationWorkflow, { input: INPUT });
const drafted = (): CaseWalk => open().act('draftMeasure', { text: 'text-lamp' }, 'del');
const CLOSED = { people: 120, groups: 2, statements: 30, picture: 4 };
/** Statements and positions are closed and added up. */
const ended = (walk: CaseWalk): CaseWalk => walk.tell('opinion.closed', CLOSED);
const concluded = (walk: CaseWalk): CaseWalk => ended(walk.act('conclude', {}, 'coo'));
const CONTEST = { person: 'wu', text: 't' };
const contested = (): CaseWalk => drafted().act('contestInterest', CONTEST, 'res');
const refusers = (walk: CaseWalk, act: string, ...by: [input?: Record<string, never> | object, person?: string]) =>
  walk.refused(act, { ...by[0] }, by[1]).because.map(({ guard }) => guard);

describe('gathering', () => {
  test('ends when the coordinator says it is ready', () => {
    const walk = concluded(drafted().act('giveOpinion', { text: 'text-law' }, 'adv'));
    expect(walk.stored.status).toBe('done');
    expect(walk.output).toEqual({
      measures: ['text-lamp'],
      opinions: ['text-law'],
      recused: [],
      disputed: false,
      amendments: [],
      agreed: [],
      answers: [],
    });
  });

  test('is not ready without a measure', () => {
    expect(refusers(open(), 'conclude')).toEqual(['hasMeasure']);
  });

  test('ends by itself when its time is over and a measure is there', () => {
    expect(ended(drafted().due('gathering')).output).toMatchObject({ measures: ['text-lamp'] });
  });

  test('gets a short time more when the measure is missing, then goes on without', () => {
    const walk = open().due('gathering');
    expect(walk.value).toEqual({ open: 'overdue' });
    expect(concluded(walk.fork().act('draftMeasure', { text: 't' })).output).toMatchObject({ measures: ['t'] });
    expect(ended(walk.due('overdue')).output).toMatchObject({ measures: [] });
  });

  test('keeps the last stance of everybody', () => {
    const walk = open()
      .act('speak', { text: 't1', stance: 'for' }, 'ann')
      .act('speak', { text: 't2', stance: 'against' }, 'ann');
    expect(walk.context['statements']).toEqual([{ person: 'ann', text: 't2', stance: 'against' }]);
  });

  test('ends when the issue no longer needs it', () => {
    expect(open().cancel().stored).toMatchObject({ status: 'cancelled', clocks: {} });
  });
});

describe('measures', () => {
  test('are ranked by their backers, then by age', () => {
    const walk = drafted().act('draftMeasure', { text: 'text-sensor' }).act('draftMeasure', { text: 'text-paint' });
    walk
      .act('backMeasure', { measure: 3 }, 'd1')
      .act('backMeasure', { measure: 3 }, 'd1')
      .act('backMeasure', { measure: 3 }, 'd2');
    walk.act('backMeasure', { measure: 2 }, 'd1');
    expect(concluded(walk).output).toMatchObject({ measures: ['text-paint', 'text-sensor', 'text-lamp'] });
  });

  test('are dropped by their author only, and their numbers are never used again', () => {
    const walk = drafted();
    expect(refusers(walk, 'dropMeasure', { measure: 1 }, 'other')).toEqual(['isOwnMeasure']);
    walk.act('dropMeasure', { measure: 1 }, 'del').act('draftMeasure', { text: 't' });
    expect(walk.context['measures']).toMatchObject([{ number: 2 }]);
    expect(refusers(walk, 'backMeasure', { measure: 1 })).toEqual(['isKnownMeasure']);
  });

  test('are limited', () => {
    const walk = open();
    for (let number = 0; number < 10; number += 1) walk.act('draftMeasure', { text: 't' });
    expect(refusers(walk, 'draftMeasure', { text: 't' })).toEqual(['mayDraftMore']);
  });
});

describe('interests', () => {
  test('a member who declares one leaves the base of the item', () => {
    const walk = drafted().act('declareInterest', { text: 't' }, 'wu');
    expect(walk.parties).toEqual([{ relation: 'recused', person: 'wu' }]);
    expect(concluded(walk).output).toMatchObject({ recused: ['wu'] });
  });

  test('a contested one is decided by the chair, never by the member, before the item is ready', () => {
    const walk = contested();
    expect(refusers(walk, 'conclude')).toEqual(['areInterestsDecided']);
    expect(refusers(walk, 'decideRecusal', { person: 'wu', recused: false, text: 't' }, 'wu')).toEqual([
      'isContestOfAnother',
    ]);
    walk.act('decideRecusal', { person: 'wu', recused: false, text: 't' }, 'chair');
    expect(concluded(walk).output).toMatchObject({ recused: [] });
  });

  test('a member the chair recuses stays out', () => {
    const walk = contested().act('decideRecusal', { person: 'wu', recused: true, text: 't' }, 'chair');
    expect(concluded(walk).output).toMatchObject({ recused: ['wu'] });
  });

  test('nobody is contested twice', () => {
    expect(refusers(contested(), 'contestInterest', CONTEST)).toEqual(['isOpenToContest']);
    expect(refusers(drafted(), 'decideRecusal', { person: 'wu', recused: true, text: 't' })).toEqual([
      'isContestOfAnother',
    ]);
  });

  test('whoever is still contested when time is over stays out', () => {
    const walk = contested().due('gathering');
    expect(walk.value).toEqual({ open: 'overdue' });
    expect(ended(walk.due('overdue')).output).toMatchObject({ recused: ['wu'] });
  });
});

describe('strong objection', () => {
  test('by enough people makes the item disputed; one person counts once', () => {
    const walk = drafted();
    for (const person of ['a', 'b', 'b']) walk.act('objectStrongly', { text: 't' }, person);
    expect(concluded(walk.fork()).output).toMatchObject({ disputed: false });
    expect(concluded(walk.act('objectStrongly', { text: 't' }, 'c')).output).toMatchObject({ disputed: true });
  });
});

describe('statements and positions', () => {
  test('are open as long as the item is prepared, by the rule of the policy', () => {
    expect(open().performed('openOpinion')).toMatchObject([
      { unit: 'limin', rule: { leastPositions: 7, leastGroup: 10, moderation: 'before' } },
    ]);
    expect(drafted().act('conclude').performed('closeOpinion')).toEqual([{ answers: true }]);
  });

  test('are added up before the item is ready; what all agree with goes into the minutes', () => {
    const walk = drafted().act('conclude');
    expect(walk.value).toBe('closing');
    walk.act('recordAgreed', { statements: ['s1', 's2'] }).act('recordAgreed', { statements: ['s2'] });
    expect(ended(walk).output).toMatchObject({ agreed: ['s1', 's2'] });
    expect(walk.context['opinion']).toEqual(CLOSED);
  });

  test('keep nobody waiting: an hour later the item goes on without them', () => {
    expect(drafted().act('conclude').due('closing').output).toMatchObject({ measures: ['text-lamp'], agreed: [] });
  });

  test('are taken no more when the issue no longer needs the item, and nobody waits for an answer', () => {
    expect(open().cancel().performed('closeOpinion')).toEqual([{ answers: false }]);
  });

  test('follow a policy of an older version, which did not know them', () => {
    const { opinion, maxAmendments, maxInvited, ...older } = deliberationWorkflow.policy.presets['standard'] ?? {};
    expect([typeof opinion, typeof maxAmendments, typeof maxInvited]).toEqual(['object', 'number', 'number']);
    const walk = CaseWalk.start(deliberationWorkflow, { input: INPUT, policy: older });
    expect(walk.performed('openOpinion')).toMatchObject([{ rule: { agreedPercent: 60 } }]);
  });
});

describe('amendments', () => {
  const amended = (): CaseWalk => drafted().act('proposeAmendment', { measure: 1, text: 'text-solar' }, 'res');

  test('the mover accepts becomes the measure', () => {
    const walk = amended();
    expect(walk.parties).toEqual([{ relation: 'amended', person: 'del' }]);
    walk.act('acceptAmendment', { amendment: 1 }, 'del');
    expect(walk.parties).toEqual([]);
    expect(concluded(walk).output).toMatchObject({ measures: ['text-solar'], amendments: [] });
  });

  test.each([
    ['the mover declines', (walk: CaseWalk) => walk.act('declineAmendment', { amendment: 1, text: 'why' }, 'del')],
    ['nobody has answered', (walk: CaseWalk) => walk],
  ])('that %s is voted before its measure', (_, answered) => {
    expect(concluded(answered(amended())).output).toMatchObject({
      measures: ['text-lamp'],
      amendments: [{ measure: 'text-lamp', text: 'text-solar' }],
    });
  });

  test('is accepted or declined by the mover of the measure only, and only once accepted', () => {
    for (const act of ['acceptAmendment', 'declineAmendment'])
      expect(refusers(amended(), act, { amendment: 1, text: 't' }, 'other')).toEqual(['isMoverOfAmended']);
    const accepted = amended().act('acceptAmendment', { amendment: 1 }, 'del');
    expect(refusers(accepted, 'acceptAmendment', { amendment: 1 }, 'del')).toEqual(['isMoverOfAmended']);
    expect(refusers(accepted, 'declineAmendment', { amendment: 9, text: 't' }, 'del')).toEqual(['isMoverOfAmended']);
  });

  test('is withdrawn by whoever proposed it, unless it was accepted', () => {
    expect(refusers(amended(), 'withdrawAmendment', { amendment: 1 }, 'del')).toEqual(['isOwnAmendment']);
    const accepted = amended().act('acceptAmendment', { amendment: 1 }, 'del');
    expect(refusers(accepted, 'withdrawAmendment', { amendment: 1 }, 'res')).toEqual(['isOwnAmendment']);
    expect(amended().act('withdrawAmendment', { amendment: 1 }, 'res').context['amendments']).toEqual([]);
  });

  test('amends a measure there is, and goes with it', () => {
    const amendment = { measure: 7, text: 't' };
    expect(refusers(drafted(), 'proposeAmendment', amendment)).toEqual(['isMeasureToAmend']);
    expect(amended().act('dropMeasure', { measure: 1 }, 'del').context['amendments']).toEqual([]);
  });

  test('are limited while they wait', () => {
    const walk = drafted();
    for (let number = 0; number < 10; number += 1) walk.act('proposeAmendment', { measure: 1, text: 't' });
    expect(refusers(walk, 'proposeAmendment', { measure: 1, text: 't' })).toEqual(['mayAmendMore']);
    walk.act('acceptAmendment', { amendment: 1 }, 'del');
    expect(walk.act('proposeAmendment', { measure: 1, text: 't' }).context['lastAmendment']).toBe(11);
  });
});

describe('companies and partners', () => {
  const INVITED = { unit: 'heating', person: 'zhao', question: 'q' };
  const invited = (): CaseWalk => drafted().act('inviteAnswer', INVITED, 'coo');

  test('are asked, answer, and what they say goes into the minutes', () => {
    const walk = invited();
    expect(walk.parties).toEqual([{ relation: 'invited', person: 'zhao' }]);
    walk.act('answer', { text: 'a1' }, 'zhao').act('answer', { text: 'a2' }, 'zhao');
    expect(walk.parties).toEqual([{ relation: 'answered', person: 'zhao' }]);
    expect(concluded(walk).output).toMatchObject({ answers: [{ unit: 'heating', question: 'q', text: 'a2' }] });
  });

  test('may speak of their own accord, and their silence is seen', () => {
    const walk = invited().act('answer', { text: 'a' }, 'partner');
    expect(concluded(walk).output).toMatchObject({
      answers: [
        { unit: 'heating', question: 'q', text: null },
        { unit: null, question: null, text: 'a' },
      ],
    });
  });

  test('neither take positions nor speak with a stance', () => {
    const { speak, answer } = deliberationWorkflow.acts;
    expect(speak?.who).not.toContainEqual({ role: 'partner' });
    expect(answer?.who).toEqual([{ relation: 'invited' }, { relation: 'answered' }, { role: 'partner' }]);
  });

  test('are asked once they have answered no more; somebody else may be asked as long as they are silent', () => {
    expect(invited().act('inviteAnswer', { ...INVITED, person: 'sun' }).parties).toEqual([
      { relation: 'invited', person: 'sun' },
    ]);
    const answered = invited().act('answer', { text: 'a' }, 'zhao');
    expect(refusers(answered, 'inviteAnswer', { ...INVITED, person: 'sun' })).toEqual(['isNewInvitation']);
  });

  test('do not share a speaker', () => {
    expect(refusers(invited(), 'inviteAnswer', { ...INVITED, unit: 'water' })).toEqual(['isNewInvitation']);
  });

  test('are limited', () => {
    const walk = drafted();
    for (let number = 0; number < 10; number += 1)
      walk.act('inviteAnswer', { unit: `u${String(number)}`, person: `p${String(number)}`, question: 'q' });
    expect(refusers(walk, 'inviteAnswer', INVITED)).toEqual(['mayInviteMore']);
  });
});

describe('a deliberation of version 1', () => {
  test('goes on with nothing amended, answered or agreed', () => {
    const walk = drafted();
    const { amendments, lastAmendment, answers, agreed, opinion, ...context } = walk.context;
    expect([amendments, lastAmendment, answers, agreed, opinion]).toEqual([[], 0, [], [], null]);
    const migrated = deliberationWorkflow.migrations?.[1]?.({ ...walk.stored, definition: 1, context });
    expect(migrated?.context).toEqual(walk.context);
  });
});

describe('the chart of a deliberation', () => {
  test('follows the rules of the linter', () => {
    expect(lintWorkflow(registerWorkflow(deliberationWorkflow))).toEqual([]);
  });

  test('has no dead end, takes no act that is not listed, and reaches every state', () => {
    const found = explore(open(), {
      acts: {
        ...Object.fromEntries(
          Object.keys(deliberationWorkflow.acts).map((act) => [act, [{ text: 't', stance: 'for' }]]),
        ),
        contestInterest: [CONTEST],
        decideRecusal: [{ ...CONTEST, recused: true }],
        backMeasure: [{ measure: 1 }],
        dropMeasure: [{ measure: 1 }],
        proposeAmendment: [{ measure: 1, text: 't' }],
        acceptAmendment: [{ amendment: 1 }],
        declineAmendment: [{ amendment: 1, text: 't' }],
        withdrawAmendment: [{ amendment: 1 }],
        inviteAnswer: [{ unit: 'heating', person: 'zhao', question: 'q' }],
        answer: [{ text: 'a' }],
        recordAgreed: [{ statements: ['s'] }],
        conclude: [{}],
      },
      told: { 'opinion.closed': [CLOSED] },
      situation: ({ context: { measures, interests, amendments, answers } }) =>
        JSON.stringify([
          Array.isArray(measures) && measures.length > 0,
          interests,
          Array.isArray(amendments) && amendments.length > 0,
          answers,
        ]),
    });
    expect(found.faults).toEqual([]);
    expect([...found.acts].sort()).toEqual(Object.keys(deliberationWorkflow.acts).sort());
    expect([...found.leaves].sort()).toEqual(['cancelled', 'closing', 'open.gathering', 'open.overdue', 'ready']);
  });
});
