import { describe, expect, test } from '@jest/globals';

import { CastMembers, handOf } from './cast-members.js';
import type { Doer } from './cast-members.js';
import type { Scenario } from './scenario.types.js';
import { scenarios } from './scenarios.js';

const members = new CastMembers();

/** Those who do something, or are refused something, in a scenario. Whoever only seconds a motion is one of a crowd. */
function hands({ steps }: Scenario, wanted: 'done' | 'refused'): string[] {
  const doers: Doer[] = steps.flatMap((step) => {
    if (step.kind !== 'act' && step.kind !== 'start') return [];
    return (step.refused === undefined) === (wanted === 'done') ? [step.by] : [];
  });
  return [...new Set(doers.map(handOf))].filter((who) => !who.includes('#'));
}

describe('the scenarios', () => {
  test('have names of their own and titles in both languages', () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    expect(scenarios.every(({ title }) => title.zh !== '' && title.en !== '')).toBe(true);
  });

  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s: whoever does something is also refused something',
    (_, scenario) => {
      const refused = hands(scenario, 'refused');
      expect(hands(scenario, 'done').filter((who) => !refused.includes(who))).toEqual([]);
    },
  );

  test('name people of the demo community only', () => {
    for (const scenario of scenarios) {
      for (const who of [...hands(scenario, 'done'), ...hands(scenario, 'refused')]) {
        expect(members.find(who as Parameters<CastMembers['find']>[0]).name).not.toBe('');
      }
    }
  });
});
