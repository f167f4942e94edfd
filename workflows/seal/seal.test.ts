import { describe, expect, test } from '@jest/globals';

import { lintWorkflow, registerWorkflow, type JsonObject } from '#libs/engine';
import { CaseWalk } from '#libs/testing/walk';

import { sealWorkflow } from './index.js';
import { SIGNERS } from './seal.acts.js';

const ORDER = {
  chain: 'chain-1',
  step: 'planning-permit',
  title: 'text-title',
  name: '建设工程规划许可',
  place: 'building-7',
  unit: 'planning',
  upper: 'city',
  kind: 'approval',
  seals: 2,
  papers: ['申请书', '施工图'],
  basis: '城乡规划法第四十条',
  limit: null,
  validDays: 365,
  silence: null,
  group: ['wang'],
  helper: 'party',
  round: 1,
};
const PAPERS = [
  { name: '申请书', file: 'file-1' },
  { name: '施工图', file: 'file-2' },
];
const SIGNATURE = { number: '规字〔2026〕7号', document: 'file-permit' };
const REFUSAL = { ground: 'unsafe', reason: 'text-why', basis: '建筑法第七条' };

const asked = (order: JsonObject = {}): CaseWalk => CaseWalk.start(sealWorkflow, { input: { ...ORDER, ...order } });
const submitted = (order: JsonObject = {}): CaseWalk => asked(order).act('submit', { papers: PAPERS }, 'wang');
const held = (order: JsonObject = {}): CaseWalk => submitted(order).act('acknowledge', {}, 'clerk');
const refusedOnce = (): CaseWalk => held().act('refuse', REFUSAL, 'clerk');
const guards = (walk: CaseWalk, act: string, input: JsonObject = {}): string[] =>
  walk.refused(act, input).because.map(({ guard }) => guard);
const kinds = (walk: CaseWalk): string[] => walk.effects.map(({ kind }) => kind);

describe('one seal', () => {
  test('is made well: registered and linted without a finding', () => {
    expect(lintWorkflow(registerWorkflow(sealWorkflow))).toEqual([]);
  });

  test('is signed with number, document and the last day it is valid, and says so to its chain', () => {
    const walk = held().act('sign', SIGNATURE, 'clerk');
    expect(walk.output).toMatchObject({
      step: 'planning-permit',
      result: 'signed',
      seals: 2,
      number: '规字〔2026〕7号',
      document: 'file-permit',
      validUntil: '2027-11-02',
      bySilence: false,
      days: 0,
    });
  });

  test('with two seals is signed when both are on, and never with a third', () => {
    const walk = held().act('sign', { ...SIGNATURE, seals: 1 }, 'clerk');
    expect(walk.context['affixed']).toBe(1);
    expect(walk.stored.status).toBe('active');
    expect(guards(walk, 'sign', { ...SIGNATURE, seals: 2 })).toContain('sealsFit');
    expect(walk.act('sign', { ...SIGNATURE, seals: 1 }, 'clerk').output).toMatchObject({ seals: 2 });
  });

  test('is not handed in while a listed paper is missing', () => {
    expect(guards(asked(), 'submit', { papers: [PAPERS[0] ?? {}] })).toEqual(['isComplete']);
  });

  test('is signed by officers of its own department only, and never by one of the task group', () => {
    expect(SIGNERS.every(({ of, not }) => of === 'signer' && not?.includes('group') === true)).toBe(true);
    expect(held().parties).toContainEqual({ relation: 'signer', unit: 'planning' });
  });

  test('is not signed for a time that is already over', () => {
    expect(guards(held(), 'sign', { ...SIGNATURE, validUntil: '2026-11-01' })).toContain('isStillValid');
  });

  test('is held by whoever acknowledged it, then by whom it was passed to, and since when', () => {
    const walk = held();
    expect(walk.context['holder']).toBe('clerk');
    walk.act('delegateSeal', { to: 'deputy' }, 'clerk');
    expect(walk.context).toMatchObject({ holder: 'deputy', receivedBySilence: false });
    expect(walk.clocks).toEqual(['signing']);
  });

  test('is taken as received after one working day of silence; the time to sign runs since hand-in', () => {
    const walk = submitted();
    expect(walk.clocks.toSorted()).toEqual(['receipt', 'signing']);
    walk.due('receipt');
    expect(walk.context).toMatchObject({ receivedBySilence: true, holder: null });
    expect(kinds(walk)).not.toContain('arm');
  });
});

describe('silence', () => {
  test('is no signature: the ladder tells the leader and the tier above, and the step stays', () => {
    const walk = held().due('signing');
    expect(walk.stored.status).toBe('active');
    expect(walk.context['overdue']).toBe(true);
    walk.rung('signing', 'supervise');
    expect(walk.context['supervised']).toBe(true);
  });

  test('is a signature where the step names the source, and is shown as one by silence', () => {
    const walk = held({ silence: '市政府令第5号第九条' }).due('signing');
    expect(walk.output).toMatchObject({ result: 'signed', bySilence: true, number: null, document: null });
  });

  test('never confirms conditions', () => {
    const walk = held()
      .act('signWithConditions', { ...SIGNATURE, conditions: ['text-lamp'] }, 'clerk')
      .act('reportMet', { files: ['file-lamp'] }, 'wang')
      .due('confirming');
    expect(walk.value).toBe('confirming');
    expect(walk.context['silences']).toBe(1);
  });
});

describe('missing papers', () => {
  const wanting = (): CaseWalk => held().act('askPapers', { papers: ['消防意见'], note: 'text-note' }, 'clerk');

  test('stop the department’s time until all of them are there, and are counted', () => {
    const walk = wanting();
    expect(kinds(walk)).toContain('pause');
    expect(walk.context['askings']).toBe(1);
    expect(guards(walk, 'supply', { papers: PAPERS })).toEqual(['isComplete']);
    walk.act('supply', { papers: [{ name: '消防意见', file: 'file-3' }] }, 'wang');
    expect(kinds(walk)).toContain('resume');
    expect(walk.context['missing']).toBeNull();
  });

  test('can be asked for as often as the policy says, no more', () => {
    const supply = { papers: [{ name: '消防意见', file: 'file-3' }] };
    const walk = wanting().act('supply', supply, 'wang');
    walk.act('askPapers', { papers: ['消防意见'], note: 'text-note' }, 'clerk').act('supply', supply, 'wang');
    expect(guards(walk, 'askPapers', { papers: ['x'], note: 'text-note' })).toEqual(['askingsLeft']);
  });
});

describe('conditions', () => {
  test('have to be met and confirmed before the signature counts', () => {
    const walk = held().act('signWithConditions', { ...SIGNATURE, conditions: ['text-lamp'] }, 'clerk');
    expect(walk.stored.status).toBe('active');
    walk.act('reportMet', { files: ['file-lamp'] }, 'wang').act('notMet', { reason: 'text-dark' }, 'clerk');
    expect(walk.value).toBe('conditional');
    walk.act('reportMet', { files: ['file-lamp-2'] }, 'wang').act('confirmMet', {}, 'clerk');
    expect(walk.output).toMatchObject({ result: 'signed', conditions: ['text-lamp'], document: 'file-permit' });
  });
});

describe('a refusal', () => {
  test('is appealed once; a department told to go on cannot refuse again', () => {
    const walk = refusedOnce().act('appeal', { reason: 'text-appeal', papers: [] }, 'wang');
    expect(walk.value).toBe('appealed');
    walk.act('upholdAppeal', { reason: 'text-ruling' }, 'mayor');
    expect(walk.value).toEqual({ withDepartment: 'submitted' });
    expect(guards(walk, 'refuse', REFUSAL)).toEqual(['mayRefuse']);
  });

  test('that was upheld against the group leaves the way of a changed plan, and no second appeal', () => {
    const walk = refusedOnce().act('appeal', { reason: 'text-appeal', papers: [] }, 'wang');
    walk.act('rejectAppeal', { reason: 'text-ruling' }, 'mayor');
    expect(guards(walk, 'appeal', { reason: 'text-again', papers: [] })).toEqual(['appealsLeft']);
    walk.act('resubmit', { changes: 'text-changes', papers: [PAPERS[1] ?? {}] }, 'wang');
    expect(walk.value).toEqual({ withDepartment: 'submitted' });
  });

  test('takes off the seals that were on the old plan', () => {
    const walk = held()
      .act('sign', { ...SIGNATURE, seals: 1 }, 'clerk')
      .act('refuse', REFUSAL, 'clerk');
    walk.act('resubmit', { changes: 'text-changes', papers: [PAPERS[1] ?? {}] }, 'wang');
    expect(walk.context['affixed']).toBe(0);
  });

  test('stands when nobody took it further in time', () => {
    expect(refusedOnce().due('remedy').output).toMatchObject({ result: 'refused', seals: 0, number: null });
  });

  test('keeps whoever refused from ruling on the appeal', () => {
    expect(refusedOnce().parties).toContainEqual({ relation: 'refuser', person: 'clerk' });
  });
});

describe('a sitting of several departments', () => {
  const RECORD = { document: 'file-minutes', number: null, validUntil: null };

  test('signs nothing by itself: the department confirms or denies what it recorded', () => {
    const walk = held().tell('sitting.recorded', RECORD);
    expect(walk.value).toEqual({ withDepartment: 'tabled' });
    const denied = walk.fork().act('denySitting', { reason: 'text-no' }, 'clerk');
    expect(denied.value).toEqual({ withDepartment: 'held' });
    walk.act('confirmSitting', {}, 'clerk');
    expect(walk.output).toMatchObject({ result: 'signed', document: 'file-minutes', validUntil: '2027-11-02' });
  });

  test('changes nothing where no papers were handed in', () => {
    const walk = asked().tell('sitting.recorded', RECORD);
    expect(walk.value).toBe('preparing');
  });
});
