import { describe, expect, test } from '@jest/globals';

import type { SeenSide, Standing } from '#libs/access';
import type { Grant } from '#libs/registry';

import { eyesOn } from './eyes.rules.js';

const side = (over: Partial<SeenSide> = {}): SeenSide => ({
  lineage: ['limin', 'street'],
  parties: [
    { relation: 'reporter', person: 'wang' },
    { relation: 'lead', unit: 'heating' },
    { relation: 'handler', person: 'chen' },
  ],
  visibility: 'internal',
  awaited: [{ role: 'coordinator' }],
  ...over,
});
const person = (id: string, ...grants: Grant[]): Standing => ({ person: id, grants });
const office = (role: string, unit: string): Grant => ({ role, unit, held: 'office' });

describe('an internal case', () => {
  test.each([
    ['the coordinator reads everything', person('li', office('coordinator', 'limin')), 'staff'],
    ['a leader above reads everything', person('gao', office('leader', 'street')), 'staff'],
    [
      'a member of the council reads texts but not who is behind them',
      person('guo', office('deliberator', 'limin')),
      'member',
    ],
    ['so does the clerk of the unit that handles it', person('zhao', office('department', 'heating')), 'handler'],
    [
      'the reporter sees it as a party',
      person('wang', { role: 'resident', unit: 'limin', held: 'residence' }),
      'party',
    ],
    ['so does whoever has taken the work on', person('chen'), 'handler'],
    ['a coordinator elsewhere does not see it', person('he', office('coordinator', 'hechang')), null],
    ['a neighbour does not see it', person('liu', { role: 'resident', unit: 'limin', held: 'residence' }), null],
    ['a visitor does not see it', null, null],
  ])('%s', (_, standing, expected) => {
    expect(eyesOn(standing, side())).toBe(expected);
  });
});

test('a public case shows the title and what came of it to anybody', () => {
  expect(eyesOn(null, side({ visibility: 'public' }))).toBe('outsider');
});

describe('a confidential case', () => {
  test('is seen by those it waits for', () => {
    expect(eyesOn(person('li', office('coordinator', 'limin')), side({ visibility: 'confidential' }))).toBe('staff');
  });

  test('does not exist for other offices of the same unit', () => {
    expect(eyesOn(person('sun', office('supervisor', 'limin')), side({ visibility: 'confidential' }))).toBeNull();
    expect(eyesOn(person('zhou', office('hotline', 'street')), side({ visibility: 'confidential' }))).toBeNull();
  });
});

describe('whoever a complaint is about', () => {
  const complaint = side({ parties: [...side().parties, { relation: 'subject', person: 'li' }] });

  test('is never told who complained, not even as the coordinator of the community', () => {
    expect(eyesOn(person('li', office('coordinator', 'limin')), complaint)).toBe('outsider');
    expect(eyesOn({ ...person('li-2', office('coordinator', 'limin')), aliases: ['li'] }, complaint)).toBe('outsider');
  });

  test('reads what was said for them when they are served in confidence', () => {
    expect(eyesOn(person('li'), { ...complaint, visibility: 'confidential' })).toBe('party');
  });
});
