import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { lintWorkflow, registerWorkflow, type JsonObject } from '#libs/engine';
import { CaseWalk } from '#libs/testing/walk';

import { costShareWorkflow, costTable, type CostShareContext } from './index.js';

const FLATS = [
  { flat: '1-101', floor: 1, household: 'h1', payer: 'li', area: 0 },
  { flat: '1-201', floor: 2, household: 'h2', payer: 'zhao', area: 0 },
  { flat: '1-301', floor: 3, household: 'h3', payer: 'qian', area: 0 },
];
const INPUT = {
  chain: 'chain-1',
  unit: 'b7',
  title: 'text-lift',
  total: 300,
  basis: 'text-contract',
  group: ['wang', 'wu'],
  flats: FLATS,
};

const started = (more: JsonObject = {}): CaseWalk =>
  CaseWalk.start(costShareWorkflow, { input: { ...INPUT, ...more } });
const pledged = (): CaseWalk =>
  started()
    .act('openPledging', {}, 'wang')
    .act('pledge', { flat: '1-201' }, 'zhao')
    .act('recordPledge', { flat: '1-301', paper: 'file-slip' }, 'wang');
const collecting = (): CaseWalk => pledged().act('beginCollecting', {}, 'wang');
const paid = (): CaseWalk =>
  collecting()
    .act('recordReceipt', { flat: '1-201', amount: 100, number: 'a1', method: 'transfer', paper: 'file-1' }, 'wang')
    .act('recordReceipt', { flat: '1-301', amount: 200, number: 'a2', method: 'cash' }, 'wang')
    .act('confirmReceipt', { number: 'a2' }, 'wu');
const tableOf = (walk: CaseWalk) => costTable(walk.context as unknown as CostShareContext);
/** `act@person`: who tries it. */
function guards(walk: CaseWalk, what: string, input: JsonObject = {}): string[] {
  const [act = '', person = 'p1'] = what.split('@');
  return walk.refused(act, input, person).because.map(({ guard }) => guard);
}

describe('cost shares', () => {
  test('are made well: registered and linted without a finding', () => {
    expect(lintWorkflow(registerWorkflow(costShareWorkflow))).toEqual([]);
  });

  test('are split by floor, and announce themselves to the chain they pay for', () => {
    const walk = started();
    expect(walk.told).toEqual([{ target: { case: 'chain-1' }, type: 'cost.opened', payload: { case: 'case-1' } }]);
    expect((walk.context as unknown as CostShareContext).flats.map(({ share }) => share)).toEqual([0, 100, 200]);
  });

  test('are as the owners agreed only if they sum to the total to the fen', () => {
    const shares = (last: number) => [
      { flat: '1-101', amount: 1 },
      { flat: '1-201', amount: 99 },
      { flat: '1-301', amount: last },
    ];
    const walk = started();
    expect(guards(walk, 'agreeShares', { shares: shares(201), paper: 'file-agreed' })).toEqual(['agreedSumUp']);
    walk.act('agreeShares', { shares: shares(200), paper: 'file-agreed' }, 'wang');
    expect(tableOf(walk).rows.map(({ share }) => share)).toEqual([1, 99, 200]);
  });

  test('are pledged by whoever stands for the flat, once, and never for more than is needed', () => {
    const walk = started().act('openPledging', {}, 'wang');
    expect(guards(walk, 'pledge@qian', { flat: '1-201' })).toContain('isOwnFlat');
    expect(guards(walk, 'pledge@zhao', { flat: '1-201', amount: 301 })).toContain('pledgeFits');
    walk.act('pledge', { flat: '1-201', amount: 150 }, 'zhao');
    expect(guards(walk, 'pledge@zhao', { flat: '1-201' })).toContain('pledgeFits');
    expect(tableOf(walk)).toMatchObject({ pledged: 150, unpledged: 150 });
    expect(guards(walk, 'beginCollecting')).toEqual(['isEnoughPledged']);
  });

  test('count a transfer with a slip at once, and what has none when another person has counted it', () => {
    const walk = collecting().act(
      'recordReceipt',
      { flat: '1-301', amount: 200, number: 'a2', method: 'cash' },
      'wang',
    );
    expect(tableOf(walk).paid).toBe(0);
    expect(guards(walk, 'confirmReceipt@wang', { number: 'a2' })).toEqual(['isAnothersReceipt']);
    expect(tableOf(walk.act('confirmReceipt', { number: 'a2' }, 'wu')).paid).toBe(200);
  });

  test('count cash when another person has counted it, whatever paper lies beside it', () => {
    const receipt = { flat: '1-301', amount: 200, number: 'a2', method: 'cash', paper: 'file-slip' };
    const walk = collecting().act('recordReceipt', receipt, 'wang');
    expect(tableOf(walk).paid).toBe(0);
    expect(guards(walk, 'confirmReceipt@wang', { number: 'a2' })).toEqual(['isAnothersReceipt']);
    expect(tableOf(walk.act('confirmReceipt', { number: 'a2' }, 'wu')).paid).toBe(200);
  });

  test('use a number once and take no more than was pledged', () => {
    const walk = collecting().act('recordReceipt', { flat: '1-201', amount: 60, number: 'a1', method: 'cash' }, 'wang');
    const again = { flat: '1-301', amount: 1, method: 'cash' };
    expect(guards(walk, 'recordReceipt', { ...again, number: 'a1' })).toEqual(['receiptFits']);
    expect(guards(walk, 'recordReceipt', { ...again, flat: '1-201', amount: 41, number: 'a3' })).toEqual([
      'receiptFits',
    ]);
  });

  test('keep a voided receipt on record, without counting it', () => {
    const walk = collecting().act(
      'recordReceipt',
      { flat: '1-201', amount: 100, number: 'a1', method: 'transfer', paper: 'f' },
      'wang',
    );
    expect(guards(walk, 'voidReceipt@wang', { number: 'a1', reason: 'text' })).toEqual(['isAnothersReceipt']);
    walk.act('voidReceipt', { number: 'a1', reason: 'text-wrong' }, 'wu');
    expect(tableOf(walk).paid).toBe(0);
    expect((walk.context as unknown as CostShareContext).receipts).toHaveLength(1);
  });

  test('are settled with open accounts when every fen is in', () => {
    const walk = paid();
    expect(walk.value).toBe('settling');
    expect(walk.act('settle', { files: ['file-accounts'] }, 'wang').output).toEqual({
      result: 'settled',
      total: 300,
      paid: 300,
      refunded: 0,
    });
  });

  /** Cash entered under an older rule, by which a slip was enough. */
  function uncounted(): CaseWalk {
    const walk = paid();
    const { receipts } = walk.context as unknown as CostShareContext;
    const older = receipts.map((one) =>
      one.number === 'a2' ? { ...one, confirmedBy: null, paper: 'file-slip' } : one,
    );
    const context = JSON.parse(JSON.stringify({ ...walk.context, receipts: older })) as JsonObject;
    return Object.assign(walk, { stored: { ...walk.stored, context } });
  }

  test('with cash that was never counted are settled once a second person counts it', () => {
    const walk = uncounted();
    expect(guards(walk, 'settle', { files: ['file-accounts'] })).toEqual(['isAccountedFor']);
    expect(guards(walk, 'confirmReceipt@wang', { number: 'a2' })).toEqual(['isAnothersReceipt']);
    walk.act('confirmReceipt', { number: 'a2' }, 'wu');
    expect(walk.act('settle', { files: ['file-accounts'] }, 'wang').output).toMatchObject({ paid: 300 });
  });

  test('are settled without cash that nobody can count, once somebody outside the group has written it off by name', () => {
    const { who } = costShareWorkflow.acts['writeOffReceipt'] ?? { who: [] };
    expect(who.length > 0 && who.every(({ not }) => not?.includes('group') === true)).toBe(true);
    const walk = uncounted();
    const off = { number: 'a2', reason: 'text-moved-away' };
    expect(guards(walk, 'writeOffReceipt@wang', off)).toEqual(['isUncounted']);
    for (const number of ['a1', 'a9'])
      expect(guards(walk, 'writeOffReceipt@sun', { ...off, number })).toEqual(['isUncounted']);
    walk.act('writeOffReceipt', off, 'sun');
    expect(guards(walk, 'writeOffReceipt@sun', off)).toEqual(['isUncounted']);
    expect((walk.context as unknown as CostShareContext).receipts[1]).toMatchObject({
      writtenOff: { by: 'sun', reason: 'text-moved-away' },
    });
    expect(tableOf(walk)).toMatchObject({ paid: 100, writtenOff: 200, unpaid: 200 });
    expect(tableOf(walk).rows.map(({ writtenOff }) => writtenOff)).toEqual([0, 0, 200]);
    expect(walk.act('settle', { files: ['file-accounts'] }, 'wang').output).toMatchObject({
      result: 'settled',
      paid: 100,
    });
  });

  test('do not wait for ever for cash nobody can count: written off while money is still taken, it can be counted until the end', () => {
    const walk = collecting()
      .act('recordReceipt', { flat: '1-201', amount: 100, number: 'a1', method: 'transfer', paper: 'file-1' }, 'wang')
      .act('recordReceipt', { flat: '1-301', amount: 200, number: 'a2', method: 'cash' }, 'wang');
    expect(walk.value).toBe('collecting');
    expect(guards(walk, 'writeOffReceipt@wang', { number: 'a2', reason: 'text' })).toEqual(['isUncounted']);
    walk.act('writeOffReceipt', { number: 'a2', reason: 'text-lost' }, 'sun');
    expect(walk.value).toBe('settling');
    expect(tableOf(walk)).toMatchObject({ paid: 100, writtenOff: 200, unpaid: 200 });
    walk.act('confirmReceipt', { number: 'a2' }, 'wu');
    expect(tableOf(walk)).toMatchObject({ paid: 300, writtenOff: 0, unpaid: 0 });
  });

  test('called off after a write-off pay nothing back before the cash is counted or voided', () => {
    const walk = uncounted()
      .act('writeOffReceipt', { number: 'a2', reason: 't' }, 'sun')
      .act('callOff', { reason: 't' }, 'wang');
    walk.act('recordRefund', { flat: '1-201', number: 'r1', paper: 'file-refund', amount: 100 }, 'wang');
    expect(walk.value).toBe('refunding');
    expect(walk.act('voidReceipt', { number: 'a2', reason: 't' }, 'wu').output).toMatchObject({ result: 'refunded' });
  });

  test('go back to the fen, flat by flat, when the chain fails', () => {
    const walk = paid().tell('chain.ended', { chain: 'chain-1', result: 'failed' });
    expect(walk.value).toBe('refunding');
    const refund = { flat: '1-201', number: 'r1', paper: 'file-refund' };
    expect(guards(walk, 'recordRefund', { ...refund, amount: 101 })).toEqual(['refundFits']);
    walk.act('recordRefund', { ...refund, amount: 100 }, 'wang');
    walk.act('recordRefund', { flat: '1-301', amount: 200, number: 'r2', paper: 'file-refund-2' }, 'wang');
    expect(walk.output).toEqual({ result: 'refunded', total: 300, paid: 300, refunded: 300 });
  });

  test('with nothing paid are over at once when the chain fails', () => {
    expect(pledged().tell('chain.ended', { chain: 'chain-1', result: 'failed' }).output).toMatchObject({
      result: 'refunded',
    });
  });

  test('are published by floor unless the owners agreed on flat numbers, and never with a name', () => {
    const byFloor = tableOf(paid());
    expect(byFloor.rows.map(({ label }) => label)).toEqual(['1', '2', '3']);
    expect(JSON.stringify(byFloor)).not.toMatch(/zhao|qian|h2|1-201/u);
  });
});

describe('any table', () => {
  const flats = fc
    .array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 })
    .filter((floors) => floors.some((floor) => floor > 1))
    .map((floors) =>
      floors.map((floor, index) => ({ flat: `f-${String(index)}`, floor, household: null, payer: null, area: 0 })),
    );

  test('sums to the total, by flats and by floors', () => {
    fc.assert(
      fc.property(flats, fc.integer({ min: 1, max: 100_000_000 }), (all, total) => {
        const table = tableOf(started({ flats: all, total }));
        expect(table.rows.reduce((sum, { share }) => sum + share, 0)).toBe(total);
      }),
      { numRuns: 40 },
    );
  });
});
