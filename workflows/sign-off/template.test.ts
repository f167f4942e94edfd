import { describe, expect, test } from '@jest/globals';

import { chainProblems } from './chain.rules.js';
import { begun, contextOf, ended, step } from './sign-off.fixture.js';
import { plainStep, templateOf, templateStepSchema, withConditions } from './template.rules.js';

const CHAIN = [step('plan'), step('fire', ['plan']), step('permit', ['fire'], { papers: ['施工图'] })];

describe('a saved chain', () => {
  test('keeps departments, order and papers, and nothing of people, files or numbers', () => {
    const walk = ended(ended(ended(begun(CHAIN), 'plan'), 'fire', { days: 9 }), 'permit');
    const saved = templateOf(contextOf(walk), []);
    expect(saved.map(({ id, unit, needs, papers }) => ({ id, unit, needs, papers }))).toEqual([
      { id: 'plan', unit: 'unit-plan', needs: [], papers: [] },
      { id: 'fire', unit: 'unit-fire', needs: ['plan'], papers: [] },
      { id: 'permit', unit: 'unit-permit', needs: ['fire'], papers: ['施工图'] },
    ]);
    expect(JSON.stringify(saved)).not.toMatch(/wang|clerk|file-|no-|text-/u);
  });

  test('learns the days a step took, the median of the last ten, from one building to the next', () => {
    const first = templateOf(contextOf(ended(begun([step('plan')]), 'plan', { days: 9 })), []);
    const second = templateOf(contextOf(ended(begun([step('plan')]), 'plan', { days: 3 })), first);
    const third = templateOf(contextOf(ended(begun([step('plan')]), 'plan', { days: 30 })), second);
    expect(third[0]).toMatchObject({ days: [30, 3, 9], typicalDays: 9 });
  });

  test('keeps the conditions departments made by their texts, whose words are read without those that were erased', () => {
    const walk = ended(begun([step('plan')]), 'plan', { conditions: ['text-lamp', 'text-erased'] });
    const saved = templateOf(contextOf(walk), []);
    expect(saved[0]?.conditions).toEqual(['text-lamp', 'text-erased']);
    const texts = { 'text-lamp': '井道加装照明', 'text-erased': null };
    expect(withConditions(saved, texts)[0]?.conditions).toEqual(['井道加装照明']);
  });

  test('leaves out what was found not to be needed; what waited for it waits for what that waited for', () => {
    const walk = ended(begun(CHAIN), 'plan').act(
      'dropStep',
      { step: 'fire', reason: 'text', paper: 'file-law' },
      'lin',
    );
    const saved = templateOf(contextOf(ended(walk, 'permit')), []);
    expect(saved.map(({ id, needs }) => ({ id, needs }))).toEqual([
      { id: 'plan', needs: [] },
      { id: 'permit', needs: ['plan'] },
    ]);
    expect(chainProblems(saved)).toEqual([]);
  });

  test('is a chain again for the next building', () => {
    const [first] = templateOf(contextOf(ended(begun([step('plan')]), 'plan')), []);
    const plain = plainStep(templateStepSchema.parse(first));
    expect(plain).toEqual({ ...step('plan'), unit: 'unit-plan' });
  });
});
