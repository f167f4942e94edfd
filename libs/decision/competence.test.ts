import { describe, expect, test } from '@jest/globals';

import type { Body, MatterKind } from './index.js';
import { BODIES, MATTERS, competenceProblem, mayRecommend, presetRule, whoDecides } from './index.js';

describe('who decides', () => {
  test.each<[MatterKind, Body, string | null]>([
    ['commonAffairs', 'council', null],
    ['commonAffairs', 'assembly', null],
    ['commonAffairs', 'parlour', 'competence.other_body meeting'],
    ['commonAffairs', 'owners', 'competence.other_body meeting'],
    ['covenant', 'council', 'competence.other_body meeting'],
    ['covenant', 'assembly', null],
    ['neighbourArrangement', 'parlour', null],
    ['parking', 'assembly', 'competence.owners ownersBallot'],
    ['parking', 'owners', null],
    ['lift', 'representatives', 'competence.owners ownersBallot'],
    ['illegalBuilding', 'assembly', 'competence.department department'],
    ['quarrel', 'council', 'competence.nobody confidential'],
    ['hardship', 'owners', 'competence.nobody confidential'],
  ])('%s before %s: %s', (matter, body, expected) => {
    const problem = competenceProblem(matter, body);
    expect(problem === null ? null : `${problem.code} ${problem.way}`).toBe(expected);
  });

  test.each<[MatterKind, string]>([
    ['useFund', 'owners-ordinary'],
    ['raiseFund', 'owners-special'],
    ['rebuild', 'owners-special'],
    ['lift', 'owners-special'],
    ['changeUse', 'owners-special'],
    ['propertyCompany', 'owners-ordinary'],
  ])('owners decide %s by %s', (matter, rule) => {
    expect(whoDecides(matter)).toMatchObject({ competence: 'owners', rule, bodies: ['owners'] });
    expect(presetRule(rule)?.body).toBe('owners');
  });

  test('residents may recommend what a department decides, and nothing about one person', () => {
    expect(mayRecommend('illegalBuilding', 'assembly')).toBe(true);
    expect(mayRecommend('hardship', 'assembly')).toBe(false);
    expect(mayRecommend('lift', 'assembly')).toBe(false);
  });

  test('every matter is decided by some body exactly where people vote on it at all', () => {
    for (const matter of MATTERS) {
      const { competence } = whoDecides(matter);
      const isVotedOn = competence === 'residents' || competence === 'owners';
      expect(BODIES.some((body) => competenceProblem(matter, body) === null)).toBe(isVotedOn);
    }
  });
});
