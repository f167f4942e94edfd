import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { chainState, criticalPath, type PendingSeal } from './chain-state.rules.js';
import { begun, contextOf, ended, step } from './sign-off.fixture.js';

const AT = '2026-11-02T01:00:00.000Z';
const CHAIN = [
  step('plan', [], { seals: 2, papers: ['施工图'] }),
  step('fire', ['plan']),
  step('power', ['plan']),
  step('permit', ['fire', 'power'], { seals: 3 }),
];

function pending(id: string, state: string, more: Partial<PendingSeal['context']> = {}): PendingSeal {
  const context = {
    required: [],
    papers: [],
    missing: null,
    affixed: 0,
    overdue: false,
    heldSince: null,
    submittedAt: AT,
  };
  return {
    step: id,
    case: `case-${id}`,
    state,
    since: AT,
    dueAt: '2026-11-09T09:00:00.000Z',
    context: { ...context, ...more },
  };
}

describe('the sheet of a chain', () => {
  test('says who holds a step since when and until when, and what is missing', () => {
    const seal = pending('plan', 'held', { heldSince: '2026-11-03T02:00:00.000Z', required: ['施工图'] });
    const [plan] = chainState(contextOf(begun(CHAIN)), [seal]).steps;
    expect(plan).toMatchObject({
      id: 'plan',
      unit: 'unit-plan',
      hand: 'department',
      doing: 'held',
      since: '2026-11-03T02:00:00.000Z',
      dueAt: '2026-11-09T09:00:00.000Z',
      missing: ['施工图'],
      case: 'case-plan',
    });
  });

  test('puts a step with missing papers into the hand of the task group, with the papers', () => {
    const missing = { papers: ['消防意见'], note: 'text', since: '2026-11-04T02:00:00.000Z' };
    const [plan] = chainState(contextOf(begun(CHAIN)), [pending('plan', 'wanting', { missing })]).steps;
    expect(plan).toMatchObject({ hand: 'group', missing: ['消防意见'], since: '2026-11-04T02:00:00.000Z' });
  });

  test('counts seals, not steps, and says 100 percent only when all are on', () => {
    const walk = ended(begun(CHAIN), 'plan', { seals: 2 });
    expect(chainState(contextOf(walk), [pending('fire', 'held')])).toMatchObject({
      seals: { affixed: 2, wanted: 7 },
      percent: 28,
      held: ['fire'],
      next: [],
    });
  });

  test('names what is next: steps that wait for pending ones only', () => {
    const walk = ended(begun(CHAIN), 'plan');
    const state = chainState(contextOf(walk), [pending('fire', 'held'), pending('power', 'submitted')]);
    expect(state.next).toEqual(['permit']);
    expect(state.steps.find(({ id }) => id === 'permit')?.waitsFor).toEqual(['fire', 'power']);
  });

  test('shows a signature that ran out as expired until it is renewed', () => {
    const walk = ended(begun(CHAIN), 'plan', { validUntil: '2026-11-01' }).due('expiry');
    expect(chainState(contextOf(walk), [pending('plan', 'preparing')]).steps[0]).toMatchObject({
      state: 'expired',
      hand: 'group',
      round: 2,
    });
  });

  test('finds the row of steps that takes longest by what was learned', () => {
    const context = contextOf(begun(CHAIN));
    expect(criticalPath(context, { plan: 3, fire: 2, power: 20, permit: 5 })).toEqual({
      steps: ['plan', 'power', 'permit'],
      days: 28,
    });
  });

  test('has no critical path longer than the whole chain, and none shorter than its longest step', () => {
    const chains = fc
      .array(fc.tuple(fc.array(fc.nat(30), { maxLength: 3 }), fc.integer({ min: 1, max: 40 })), {
        minLength: 1,
        maxLength: 30,
      })
      .map((all) =>
        all.map(([needs, days], index) => ({
          one: step(
            `s${String(index)}`,
            index === 0 ? [] : [...new Set(needs.map((need) => `s${String(need % index)}`))],
          ),
          days,
        })),
      );
    fc.assert(
      fc.property(chains, (all) => {
        const steps = all.map(({ one }) => ({ ...one, upper: null }));
        const usual = Object.fromEntries(all.map(({ one, days }) => [one.id, days]));
        const { days, steps: path } = criticalPath({ steps, records: {} }, usual);
        expect(days).toBe(path.reduce((sum, id) => sum + (usual[id] ?? 0), 0));
        expect(days).toBeLessThanOrEqual(all.reduce((sum, one) => sum + one.days, 0));
        expect(days).toBeGreaterThanOrEqual(Math.max(...all.map((one) => one.days)));
        for (const [index, id] of path.entries())
          if (index > 0) expect(steps.find((one) => one.id === id)?.needs).toContain(path[index - 1]);
      }),
    );
  });
});
