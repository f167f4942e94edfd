import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { chainProblems, inOrder } from './chain.rules.js';

interface Linked {
  id: string;
  needs: string[];
}

/** Steps that only need steps before them, shuffled: always a chain that can be carried out. */
const soundChain: fc.Arbitrary<Linked[]> = fc
  .array(fc.array(fc.nat(200), { maxLength: 4 }), { minLength: 1, maxLength: 80 })
  .map((all) =>
    all.map((needs, index) => ({
      id: `s${String(index)}`,
      needs: index === 0 ? [] : [...new Set(needs.map((need) => `s${String(need % index)}`))],
    })),
  )
  .chain((steps) => fc.shuffledSubarray(steps, { minLength: steps.length, maxLength: steps.length }));

describe('the order of a chain', () => {
  test('puts every step after all it needs, whatever order it was written in', () => {
    fc.assert(
      fc.property(soundChain, (steps) => {
        const places = new Map(inOrder(steps).map(({ id }, place) => [id, place]));
        expect(places.size).toBe(steps.length);
        for (const { id, needs } of steps)
          for (const need of needs) expect(places.get(need)).toBeLessThan(places.get(id) ?? -1);
      }),
    );
  });

  test('is sound where steps need earlier ones only, and not once the last is needed by what it needs', () => {
    fc.assert(
      fc.property(soundChain, (steps) => {
        expect(chainProblems(steps)).toEqual([]);
        const last = inOrder(steps).at(-1);
        const [need] = last?.needs ?? [];
        if (last === undefined || need === undefined) return;
        const circle = steps.map((step) => (step.id === need ? { ...step, needs: [...step.needs, last.id] } : step));
        expect(chainProblems(circle).join()).toMatch(/in a circle: .*→/u);
      }),
    );
  });

  test('names the circle, the unknown step and the id given twice', () => {
    expect(
      chainProblems([
        { id: 'a', needs: ['b'] },
        { id: 'b', needs: ['a'] },
        { id: 'c', needs: ['x'] },
        { id: 'c', needs: [] },
      ]),
    ).toEqual([
      'the id "c" is given to more than one step',
      'step "c" needs "x", which is no step of the chain',
      'the steps wait for one another in a circle: a → b → a',
    ]);
  });

  test('takes no step that waits for itself', () => {
    expect(chainProblems([{ id: 'a', needs: ['a'] }])).toEqual(['the steps wait for one another in a circle: a → a']);
  });
});
