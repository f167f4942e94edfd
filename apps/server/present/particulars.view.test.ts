import { describe, expect, test } from '@jest/globals';

import type { PetitionContext } from '#workflows/petition';

import { presentDeliberation, presentPetition } from './particulars.view.js';

const share = { numerator: 1, denominator: 5, inclusive: true };
const signature = (number: number, person: string | null, struck: string | null = null) => ({
  number,
  of: person ?? `paper-${String(number)}`,
  person,
  paper: null,
  struck,
});
const shares = { adults: share, households: share, groups: share };
const petition = {
  base: 'adults',
  reason: 'why',
  size: 1001,
  signatures: [signature(1, 'wang'), signature(2, 'liu', 'stranger'), signature(3, null)],
  call: null,
} as unknown as PetitionContext;

describe('what everybody knows of a petition', () => {
  test('is how many signatures count, how many are needed, and whether one has signed oneself', () => {
    const seen = presentPetition(petition, { texts: { why: '没有问过大家' }, ids: ['wang'], shares });
    expect(seen).toMatchObject({ signatures: 2, needed: 201, reason: '没有问过大家', hasSigned: true });
    expect(JSON.stringify(seen)).not.toMatch(/wang|liu|stranger/);
    expect(presentPetition(petition, { texts: {}, ids: ['other'], shares })).toMatchObject({
      hasSigned: false,
      reason: null,
    });
  });

  test('has no number that is needed before somebody has said how many there are', () => {
    expect(presentPetition({ ...petition, size: null }, { texts: {}, ids: [], shares }).needed).toBeNull();
  });
});

test('the most backed measure comes first, without the names of those who back it', () => {
  const measure = (number: number, backers: string[]) => ({ number, text: `m${String(number)}`, by: 'guo', backers });
  const seen = presentDeliberation(
    {
      measures: [measure(1, []), measure(2, ['ma', 'sun'])],
      amendments: [],
      answers: [{ unit: 'heating', person: 'zhao', question: 'q', text: null }],
      agreed: ['a', 'gone'],
    } as unknown as Parameters<typeof presentDeliberation>[0],
    {
      texts: { m1: '一', m2: '二', q: '何时完工？', a: '先申请补贴', gone: null },
      names: new Map([['heating', '热力公司']]),
    },
  );
  expect(seen.measures.map(({ number, backers }) => [number, backers])).toEqual([
    [2, 2],
    [1, 0],
  ]);
  expect(seen.answers).toEqual([{ unit: { id: 'heating', name: '热力公司' }, question: '何时完工？', text: null }]);
  expect(seen.agreed).toEqual(['先申请补贴']);
  expect(JSON.stringify(seen)).not.toMatch(/guo|ma"|sun|zhao/);
});
