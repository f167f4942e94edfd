import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow } from '#libs/engine';
import type { CaseWalk } from '#libs/testing/walk';

import {
  adopting,
  begun,
  CHECKLIST,
  checking,
  COMMENTED,
  commenting,
  DOGS,
  ENTERED,
  entering,
  filing,
  FOUND,
  PASSED,
  refusals,
  scheduled,
  signing,
} from './covenant.fixture.js';
import { covenantPresets } from './covenant.policy.js';
import { COVENANT_TEMPLATES, covenantContract, covenantWorkflow } from './index.js';

const ids = (walk: CaseWalk): string[] =>
  walk.effects.flatMap((effect) => (effect.kind === 'startChild' ? [effect.id] : []));

describe('a covenant that goes well', () => {
  test('is checked, commented on, adopted by the households, signed, filed, entered and posted', () => {
    const walk = begun();
    expect(walk.summary).toMatchObject({ stage: 'drafting', visibility: 'internal', unit: 'limin' });
    walk.act('submitDraft', CHECKLIST, 'drafter').act('clearDraft', FOUND, 'officer');
    expect([walk.value, ids(walk), walk.summary.visibility]).toEqual(['commenting', ['comments'], 'public']);
    walk.childDone('comments', COMMENTED);
    expect(walk.effects).toContainEqual(
      expect.objectContaining({
        workflow: 'ballot',
        input: expect.objectContaining({
          rule: 'residents-assembly-households-2026',
          taking: 'papers',
          roll: { of: 'households', unit: 'limin' },
          subject: 'text-dogs',
        }) as unknown,
      }),
    );
    walk.childDone('adoption', PASSED).act('sign', {}, 'chair');
    expect([walk.value, walk.parties]).toEqual([
      'filing',
      expect.arrayContaining([{ relation: 'street', unit: 'qilian' }]),
    ]);
    walk.act('acceptFiling', { number: '祁备7号' }, 'street');
    expect(walk.performed('enterRegister')).toEqual([
      {
        unit: 'limin',
        kind: 'covenant',
        revises: null,
        title: 'title-dogs',
        text: 'text-dogs',
        document: null,
        decision: { case: 'case-1', certificate: { verdict: 'passed' } },
        adoptedOn: '2026-11-02',
        check: { by: 'officer', on: '2026-11-02', finding: 'text-finding' },
        filing: { with: 'qilian', number: '祁备7号', on: '2026-11-02', bySilence: false },
        chair: { person: 'chair', at: expect.any(String) as unknown },
        signatories: [],
      },
    ]);
    walk.tell('register.entered', ENTERED);
    expect([walk.value, ids(walk), walk.summary.stage]).toEqual([{ inForce: 'posting' }, ['posting'], 'inForce']);
    expect(walk.effects).toContainEqual(
      expect.objectContaining({
        input: expect.objectContaining({
          fields: { number: ENTERED.number, version: 1, inForce: '2026-11-02', filing: '祁备7号' },
        }) as unknown,
      }),
    );
  });
});

describe('the draft', () => {
  const { text: _, ...UNWRITTEN } = DOGS;

  test('is not handed on before it is written', () => {
    expect(
      refusals(begun({ text: 'x' }).fork(), ['submitDraft', { ...CHECKLIST, setsNoPenalties: false }, 'a']),
    ).toEqual(['isChecklistComplete']);
    const walk = begunWithout();
    expect(refusals(walk, ['submitDraft', CHECKLIST, 'a'])).toEqual(['hasText']);
    walk.act('writeDraft', { text: 'text-2' }, 'second').act('submitDraft', CHECKLIST, 'second');
    expect([walk.value, walk.context['drafters']]).toEqual(['checking', ['drafter', 'second']]);
  });

  function begunWithout(): CaseWalk {
    const walk = begun();
    walk.stored = { ...walk.stored, context: { ...walk.stored.context, text: null } };
    return walk;
  }

  test.each(Object.keys(CHECKLIST))('is not handed on when its author cannot say yes to %s', (item) => {
    expect(refusals(begun(), ['submitDraft', { ...CHECKLIST, [item]: false }, 'drafter'])).toEqual([
      'isChecklistComplete',
    ]);
  });

  test('is asked for again, then lapses', () => {
    const walk = begun({}, { draftingRemindersMost: 1 }).due('drafting');
    expect(walk.value).toBe('drafting');
    expect(walk.due('drafting').output).toMatchObject({ result: 'lapsed', entry: null });
  });

  test('that is rewritten by hand is no longer the generated document', () => {
    const walk = begun({ kind: 'procedure', document: 'print-1' }).act('writeDraft', { text: 'text-2' }, 'a');
    expect(walk.context['document']).toBeNull();
  });

  test('can be taken back until it is adopted', () => {
    for (const walk of [begun(), checking(), commenting(), adopting()])
      expect(walk.act('withdrawDraft', { reason: 'r' }, 'drafter').output).toMatchObject({ result: 'withdrawn' });
    const recheck = filing().act('objectToFiling', { ground: 'unclear', reason: 'r' }, 'street');
    expect(refusals(recheck, ['withdrawDraft', { reason: 'r' }, 'drafter'])).toEqual(['mayBeWithdrawn']);
  });

  test('has a unit to be filed with, and a pledge is not repealed', () => {
    const refused = (input: object) => covenantContract.input.safeParse(input).error?.issues.map(({ path }) => path[0]);
    const { filedWith: _street, ...unfiled } = DOGS;
    expect(refused(unfiled)).toEqual(['filedWith']);
    expect(refused({ ...DOGS, intent: 'repeal' })).toEqual(['revises']);
    const revises = { entry: 'e', version: 1 };
    expect(refused({ ...UNWRITTEN, kind: 'pledge', intent: 'repeal', revises })).toEqual(['intent']);
  });

  test.each(COVENANT_TEMPLATES.map((one) => [one.key, one] as const))(
    'can start from the template %s, which sets no penalty',
    (_key, { text, title }) => {
      expect(text).not.toMatch(/罚款|罚金|没收|停水|停电/);
      expect(title.zh.length * title.en.length).toBeGreaterThan(0);
    },
  );
});

describe('the legal check', () => {
  test('is not made by whoever wrote the draft', () => {
    for (const act of ['clearDraft', 'returnDraft', 'refuseDraft'])
      expect(covenantWorkflow.acts[act]?.who.every(({ not }) => not?.includes('drafter'))).toBe(true);
    expect(begun().parties).toContainEqual({ relation: 'drafter', person: 'drafter' });
  });

  test.each([
    [{ setsNoPenalties: false }, ['findsItLawful']],
    [{ isLawful: false }, ['findsItLawful']],
    [{ adoptedBy: 'council' }, ['namesCompetentBody']],
  ])('with the finding %o does not clear a covenant', (found, because) => {
    const said = refusals(checking(), ['clearDraft', { ...FOUND, ...found }, 'officer']);
    expect(said).toEqual(expect.arrayContaining(because));
  });

  test('takes a council as competent only where the rules of the place say so', () => {
    const competent = { competent: ['council'] };
    const walk = checking({}, competent).act('clearDraft', { ...FOUND, adoptedBy: 'council' }, 'officer');
    expect(walk.value).toBe('commenting');
  });

  test('sends it back a limited number of times; then it is cleared or refused', () => {
    const walk = checking({}, { returnsMost: 1 }).act('returnDraft', { ground: 'penalty', reason: 'r' }, 'officer');
    expect([walk.value, walk.context['lastGround']]).toEqual(['drafting', 'penalty']);
    walk.act('submitDraft', CHECKLIST, 'drafter');
    expect(refusals(walk, ['returnDraft', { ground: 'unclear', reason: 'r' }, 'officer'])).toEqual(['returnsLeft']);
    expect(walk.act('refuseDraft', { ground: 'penalty', reason: 'r' }, 'officer').output).toMatchObject({
      result: 'refused',
    });
  });

  test('is not passed by silence', () => {
    const walk = checking().due('checking').due('checking');
    expect([walk.value, walk.clocks]).toEqual(['checking', ['checking']]);
  });
});

describe('comments', () => {
  test.each(['objection_upheld', 'withdrawn'])('that end as %s send the draft back, then end it', (result) => {
    const walk = commenting({ reworksMost: 1 }).childDone('comments', { result, objections: 1 });
    expect([walk.value, walk.context['check']]).toEqual(['drafting', null]);
    walk.act('submitDraft', CHECKLIST, 'drafter').act('clearDraft', FOUND, 'officer');
    expect(walk.childDone('comments', { result, objections: 1 }).output).toMatchObject({ result: 'rejected' });
  });

  test('that could not be posted do not stop the body from deciding', () => {
    expect(commenting().childFailed('comments', 'broken').value).toEqual({ adopting: 'balloting' });
  });
});

describe('the vote', () => {
  test.each([
    [{ verdict: 'failed' }, 'rejected'],
    [{ verdict: 'no_quorum' }, 'undecided'],
    [{ verdict: 'tie' }, 'undecided'],
    [{ provisional: true }, 'provisional'],
    [{}, 'signing'],
  ])('that ends with %o leads to %s', (change, state) => {
    expect(adopting().childDone('adoption', { ...PASSED, ...change }).value).toBe(state);
  });

  test('is taken again a limited number of times, or it lapses', () => {
    const none = { verdict: 'no_quorum', provisional: false, certificate: null };
    const walk = adopting({ triesMost: 1 }).childDone('adoption', none);
    walk.act('callAgain', { reason: 'r' }, 'secretary');
    expect(walk.value).toEqual({ adopting: 'balloting' });
    walk.childDone('adoption', none);
    expect(refusals(walk, ['callAgain', { reason: 'r' }, 'secretary'])).toEqual(['triesLeft']);
    expect(walk.due('undecided').output).toMatchObject({ result: 'lapsed' });
  });

  test('that broke off counts as no vote', () => {
    expect(adopting().childFailed('adoption', 'broken').value).toBe('undecided');
  });

  test('of the owners is taken on their roll by their rule', () => {
    const walk = adopting({}, { adoptedBy: 'owners' });
    expect(walk.effects).toContainEqual(
      expect.objectContaining({
        input: expect.objectContaining({ rule: 'owners-ordinary', roll: { of: 'owners', unit: 'limin' } }) as unknown,
      }),
    );
  });
});

describe('a provisional verdict', () => {
  const provisional = (): CaseWalk => adopting({ asksMost: 1 }).childDone('adoption', { ...PASSED, provisional: true });
  const still = { state: 'provisional', verdict: null, certificate: null };
  const settled = (verdict: string) => ({ state: 'final', verdict, certificate: { verdict, rule: { version: 2 } } });

  test('waits until its rule is confirmed, and is entered with the certificate that cites the article', () => {
    const walk = provisional();
    expect(walk.performed('settleVerdict')).toEqual([{ unit: 'limin', certificate: { verdict: 'passed' } }]);
    expect(walk.tell('verdict.settled', still).value).toBe('provisional');
    walk.act('askAgain', {}, 'adviser').tell('verdict.settled', settled('passed'));
    expect(walk.value).toBe('signing');
    walk.act('sign', {}, 'chair').due('filing');
    expect(walk.performed('enterRegister')).toMatchObject([{ decision: { certificate: { rule: { version: 2 } } } }]);
  });

  test.each([
    ['failed', 'rejected'],
    ['no_quorum', 'undecided'],
  ])('that the confirmed rule makes %s leads to %s', (verdict, state) => {
    expect(provisional().tell('verdict.settled', settled(verdict)).value).toBe(state);
  });

  test('is asked about again, then the text lapses', () => {
    const walk = provisional().due('provisional');
    expect(walk.performed('settleVerdict')).toHaveLength(1);
    expect(walk.due('provisional').output).toMatchObject({ result: 'lapsed' });
  });
});

describe('an assembly that is called', () => {
  test('decides in its sitting, where the policy says so', () => {
    const walk = adopting(covenantPresets.assemblyMeets);
    expect([walk.context['check'], walk.value]).toEqual([
      expect.objectContaining({ body: 'assembly' }),
      { adopting: 'seeking' },
    ]);
  });
});

describe('a meeting', () => {
  const result = (change: object = {}) => ({
    meeting: 'meeting-1',
    result: 'adopted',
    provisional: false,
    measure: 'text-dogs',
    certificate: { verdict: 'passed' },
    ...change,
  });

  test('is asked to treat the text, and its result is the vote', () => {
    const walk = scheduled();
    expect(walk.told).toMatchObject([
      { target: { case: 'meeting-1' }, type: 'item.submitted', payload: { issue: 'case-1', measures: ['text-dogs'] } },
    ]);
    walk.tell('agenda.accepted', { meeting: 'meeting-1', startsAt: '2026-11-20T01:00:00.000Z' });
    expect(walk.tell('agenda.result', result()).value).toBe('signing');
    expect(walk.context['vote']).toMatchObject({ by: 'meeting-1', verdict: 'passed' });
  });

  test('that adopts another text sends it to the legal officer, and what is cleared is signed without another vote', () => {
    const walk = scheduled().tell('agenda.result', result({ measure: 'text-amended' }));
    expect(walk.value).toBe('checking');
    walk.act('clearDraft', FOUND, 'officer');
    expect([walk.value, walk.context['text']]).toEqual(['signing', 'text-amended']);
  });

  test.each(['next_meeting', 'unsettled'])(
    'that ends with %s is followed by another one, a limited number of times',
    (outcome) => {
      const walk = scheduled({ agendasMost: 1 }).tell('agenda.result', result({ result: outcome, measure: null }));
      expect(walk.value).toEqual({ adopting: 'seeking' });
      walk
        .act('submitToMeeting', { meeting: 'meeting-1' }, 'secretary')
        .tell('agenda.result', result({ result: outcome }));
      expect(walk.value).toBe('undecided');
    },
  );

  test('that rejects it, ends it', () => {
    expect(scheduled().tell('agenda.result', result({ result: 'rejected', measure: null })).output).toMatchObject({
      result: 'rejected',
    });
  });

  test.each([
    ['agenda.refused', { meeting: 'meeting-1', decides: 'owners' }],
    ['agenda.dropped', { meeting: 'meeting-1' }],
  ])('that answers %s leaves it to another one', (type, payload) => {
    expect(scheduled().tell(type, payload).value).toEqual({ adopting: 'seeking' });
  });

  test('that does not have it, has no say', () => {
    const event = { type: 'agenda.result', payload: result({ meeting: 'another' }) };
    expect(scheduled().attempt({ kind: 'told', event }).kind).toBe('refused');
  });

  test('that has it is told when the draft is withdrawn or goes elsewhere', () => {
    const withdrawn = [{ target: { case: 'meeting-1' }, type: 'item.withdrawn', payload: { issue: 'case-1' } }];
    expect(scheduled().act('withdrawDraft', { reason: 'r' }, 'drafter').told).toEqual(withdrawn);
    expect(scheduled().due('agenda').told).toEqual(withdrawn);
    expect(adopting().act('withdrawDraft', { reason: 'r' }, 'drafter').told).toEqual([]);
  });

  test('that is silent is followed by another one', () => {
    const walk = scheduled({ agendasMost: 1 }).due('agenda');
    expect(walk.value).toEqual({ adopting: 'seeking' });
    expect(walk.due('agenda').value).toEqual({ adopting: 'seeking' });
  });

  test('is not asked where papers are taken', () => {
    expect(adopting().refused('submitToMeeting', { meeting: 'm' }, 'secretary').code).toBe('act.not_allowed');
  });
});

describe('the chart', () => {
  test('follows the rules of the linter', () => {
    expect(lintWorkflow(registerWorkflow(covenantWorkflow))).toEqual([]);
  });

  test('decides nothing when it is cancelled', () => {
    for (const walk of [begun(), checking(), commenting(), adopting(), signing(), filing(), entering()])
      expect(walk.cancel().output).toMatchObject({ result: 'cancelled', entry: null });
  });
});
