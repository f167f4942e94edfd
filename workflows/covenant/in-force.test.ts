import { describe, expect, test } from '@jest/globals';

import type { CaseWalk } from '#libs/testing/walk';

import {
  CHECKLIST,
  checking,
  collecting,
  COMMENTED,
  ENTERED,
  entering,
  filing,
  FOUND,
  PASSED,
  pledge,
  pledged,
  refusals,
  signing,
  standing,
} from './covenant.fixture.js';
import { covenantWorkflow } from './index.js';

describe('signing and filing', () => {
  test('the chair may send it back to the legal officer, whose clearance brings it to be signed again', () => {
    const walk = signing().act('declineToSign', { reason: 'r' }, 'chair');
    expect(walk.value).toBe('checking');
    expect(walk.act('clearDraft', FOUND, 'officer').value).toBe('signing');
  });

  test('the chair does not decline for ever', () => {
    const walk = signing({ returnsMost: 0 });
    expect(refusals(walk, ['declineToSign', { reason: 'r' }, 'chair'])).toEqual(['returnsLeft']);
    expect(walk.due('signing').value).toBe('signing');
  });

  test('the silence of the street is filing, and recorded as silence', () => {
    const walk = filing().due('filing');
    expect(walk.performed('enterRegister')).toMatchObject([
      { filing: { with: 'qilian', number: null, bySilence: true } },
    ]);
  });

  test('the street objects with reasons; a draft that is sent back for it has to be adopted anew', () => {
    const walk = filing().act('objectToFiling', { ground: 'againstLaw', reason: 'r' }, 'street');
    expect([walk.value, walk.context['chair'], walk.context['lastGround']]).toEqual(['checking', null, 'againstLaw']);
    expect(walk.fork().act('clearDraft', FOUND, 'officer').value).toBe('signing');
    walk.act('returnDraft', { ground: 'againstLaw', reason: 'r' }, 'officer').act('submitDraft', CHECKLIST, 'drafter');
    expect(walk.act('clearDraft', FOUND, 'officer').value).toBe('commenting');
    expect(walk.childDone('comments', COMMENTED).value).toEqual({ adopting: 'balloting' });
  });

  test('the street that has objected often enough refuses it for good', () => {
    const walk = filing({ filingObjectionsMost: 0 }).act(
      'objectToFiling',
      { ground: 'penalty', reason: 'r' },
      'street',
    );
    expect(walk.output).toMatchObject({ result: 'refused' });
  });

  test('only an office of the street it is filed with decides on the filing', () => {
    for (const act of ['acceptFiling', 'objectToFiling', 'annul'])
      expect(covenantWorkflow.acts[act]?.who.every(({ of }) => of === 'street')).toBe(true);
  });
});

describe('the register', () => {
  test('is asked again when it does not answer; then a person looks', () => {
    const walk = entering({ entriesMost: 2 }).due('entering');
    expect([walk.value, walk.performed('enterRegister')]).toEqual(['entering', [expect.anything()]]);
    expect(walk.due('entering').value).toBe('unentered');
  });

  test('that refuses is asked again by a person, and a late answer is taken', () => {
    const walk = entering().tell('register.refused', { code: 'register.version_stale' });
    expect([walk.value, walk.context['refusedBy']]).toEqual(['unentered', 'register.version_stale']);
    expect(walk.fork().tell('register.entered', ENTERED).value).toEqual({ inForce: 'posting' });
    expect(walk.fork().due('unentered').output).toMatchObject({ result: 'lapsed' });
    expect(walk.act('enterAgain', {}, 'secretary').value).toBe('entering');
  });

  test('that had an earlier version has the case of that version told', () => {
    const walk = entering().tell('register.entered', { ...ENTERED, version: 2, previous: 'case-0' });
    expect(walk.told).toEqual([
      { target: { case: 'case-0' }, type: 'entry.ended', payload: { by: 'case-1', how: 'superseded' } },
    ]);
  });
});

describe('a covenant in force', () => {
  test('ends when a newer version takes its place, or its body repeals it', () => {
    for (const how of ['superseded', 'repealed'])
      expect(standing().tell('entry.ended', { by: 'case-2', how }).output).toEqual({
        result: how,
        entry: 'entry-1',
        number: ENTERED.number,
        version: 1,
      });
  });

  test('is revoked by order of the street, in the register too', () => {
    const walk = standing().act('annul', { reason: 'text-unlawful' }, 'street');
    expect(walk.performed('endRegister')).toEqual([
      { entry: 'entry-1', on: expect.any(String) as unknown, reason: 'text-unlawful' },
    ]);
    expect(walk.tell('register.ended', { number: ENTERED.number, previous: null }).output).toMatchObject({
      result: 'revoked',
    });
  });

  test('is revoked also when the register says it had ended, or says nothing', () => {
    const annulled = (): CaseWalk => standing({ entriesMost: 2 }).act('annul', { reason: 'r' }, 'street');
    expect(annulled().tell('register.refused', { code: 'register.not_in_force' }).value).toBe('revoked');
    expect(annulled().due('entering').due('entering').value).toBe('revoked');
  });

  test('is looked at once a year', () => {
    const walk = standing().due('review');
    expect([walk.value, walk.context['counts']]).toEqual([
      { inForce: 'standing' },
      expect.objectContaining({ reviews: 1 }),
    ]);
    expect(walk.act('keep', { reason: 'r' }, 'secretary').clocks).toEqual(['review']);
  });

  test('stays in force when its notice is withdrawn or fails', () => {
    const posted = (): CaseWalk => entering().tell('register.entered', ENTERED);
    expect(posted().childDone('posting', { result: 'withdrawn', objections: 0 }).value).toEqual({
      inForce: 'standing',
    });
    expect(posted().childFailed('posting', 'broken').value).toEqual({ inForce: 'standing' });
  });

  test('binds everybody: nobody joins, leaves or dissolves it', () => {
    for (const [act, input] of [
      ['signPledge', { isNamed: true }],
      ['leavePledge', {}],
      ['dissolvePledge', { reason: 'r' }],
    ] as const)
      expect(refusals(standing(), [act, input, 'wang'])).toContain('isPledge');
  });

  test('ends in the register when its case is cancelled', () => {
    expect(standing().cancel().performed('endRegister')).toHaveLength(1);
  });
});

describe('a repeal', () => {
  const repeal = (): CaseWalk =>
    checking({ intent: 'repeal', revises: { entry: 'entry-0', version: 3 } })
      .act('clearDraft', FOUND, 'officer')
      .childDone('comments', COMMENTED)
      .childDone('adoption', PASSED);

  test('is adopted like a covenant, needs no filing, and ends the entry', () => {
    const walk = repeal().act('sign', {}, 'chair');
    expect([walk.value, walk.performed('endRegister')]).toEqual([
      'entering',
      [{ entry: 'entry-0', on: expect.any(String) as unknown, reason: 'text-dogs' }],
    ]);
    walk.tell('register.ended', { number: ENTERED.number, previous: 'case-0' });
    expect([walk.output, walk.told]).toMatchObject([
      { result: 'repealed' },
      [{ type: 'entry.ended', payload: { how: 'repealed' } }],
    ]);
  });
});

describe('rules of procedure', () => {
  test('go from the legal officer to the chair, and need neither vote nor filing', () => {
    const walk = checking({ kind: 'procedure', document: 'print-1' }).act('clearDraft', FOUND, 'officer');
    expect(walk.value).toBe('signing');
    expect(walk.act('sign', {}, 'chair').performed('enterRegister')).toMatchObject([
      { kind: 'procedure', document: 'print-1', decision: null, filing: null, check: { by: 'officer' } },
    ]);
  });
});

describe('a pledge', () => {
  test('is signed by those it binds, and entered with them', () => {
    const walk = collecting().act('signPledge', { isNamed: true }, 'wang');
    expect(refusals(walk, ['closeCollecting', {}, 'secretary'])).toEqual(['isSignedWidely']);
    walk.act('signPledge', { isNamed: false }, 'zhang').act('closeCollecting', {}, 'secretary');
    expect(walk.performed('enterRegister')).toMatchObject([
      {
        kind: 'pledge',
        decision: null,
        chair: null,
        signatories: [
          { person: 'wang', isNamed: true },
          { person: 'zhang', isNamed: false },
        ],
      },
    ]);
  });

  test('is signed once by a person, who may change whether they are named', () => {
    const walk = collecting().act('signPledge', { isNamed: true }, 'wang');
    expect(refusals(walk, ['signPledge', { isNamed: true }, 'wang'])).toEqual(['changesSignature']);
    walk.act('signPledge', { isNamed: false }, 'wang');
    expect(walk.context['signatories']).toMatchObject([{ person: 'wang', isNamed: false }]);
  });

  test('is left by whoever has signed, before it begins and afterwards', () => {
    expect(refusals(collecting(), ['leavePledge', {}, 'wang'])).toEqual(['hasSigned']);
    const walk = collecting().act('signPledge', { isNamed: true }, 'wang').act('leavePledge', {}, 'wang');
    expect([walk.context['signatories'], walk.performed('registerLeaving')]).toEqual([[], []]);
    expect(pledged().act('leavePledge', {}, 'wang').performed('registerLeaving')).toMatchObject([
      { entry: 'entry-1', person: 'wang' },
    ]);
  });

  test('in force is joined by others, and the register hears of it', () => {
    expect(pledged().act('signPledge', { isNamed: true }, 'liu').performed('registerSignature')).toMatchObject([
      { entry: 'entry-1', person: 'liu', isNamed: true },
    ]);
  });

  test('begins when its time is over and enough have signed; otherwise it lapses', () => {
    const walk = collecting({ signatoriesLeast: 1 });
    expect(walk.fork().due('collecting').output).toMatchObject({ result: 'lapsed' });
    expect(walk.act('signPledge', { isNamed: true }, 'wang').due('collecting').value).toBe('entering');
  });

  test('is dissolved when it binds nobody any more', () => {
    const walk = pledged();
    expect(refusals(walk, ['dissolvePledge', { reason: 'r' }, 'secretary'])).toEqual(['bindsNobody']);
    walk
      .act('leavePledge', {}, 'wang')
      .act('leavePledge', {}, 'zhang')
      .act('dissolvePledge', { reason: 'r' }, 'secretary');
    expect(walk.value).toBe('ending');
  });

  test('is checked like any other text', () => {
    expect(pledge().act('submitDraft', CHECKLIST, 'drafter').value).toBe('checking');
  });
});
