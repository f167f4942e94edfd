import { describe, expect, test } from '@jest/globals';

import { changesInWords, differences, fieldOf, rebased, schemaAt } from './rules.rules.js';

const half = { numerator: 1, denominator: 2, inclusive: false };
const thirds = { numerator: 2, denominator: 3, inclusive: true };

describe('what changed in a rule', () => {
  test('a share is one change, never a numerator alone', () => {
    const before = { tests: [{ base: 'members', turnout: thirds, approval: half }], tie: 'fails' };
    const after = { tests: [{ base: 'members', turnout: thirds, approval: thirds }], tie: 'fails' };
    expect(differences(before, after)).toEqual([{ path: 'tests.0.approval', before: half, after: thirds }]);
  });

  test('what was empty and what is left empty are changes, too', () => {
    expect(differences({ quorum: null }, { quorum: half })).toEqual([{ path: 'quorum', before: null, after: half }]);
    expect(differences({ a: 1 }, { a: 1 })).toEqual([]);
  });

  test('is said by the name of the field, old and new', () => {
    const words = changesInWords(
      [{ path: 'tests[0].approval.numerator', before: 1, after: 2 }],
      (path) => `<${path}>`,
      (value) => String(value),
    );
    expect(words).toEqual([
      { path: 'tests[0].approval.numerator', name: '<tests.approval.numerator>', before: '1', after: '2' },
    ]);
    expect(fieldOf('levels.council.quorum')).toBe('levels.council.quorum');
  });
});

test('the words of a field are found through lists and what may be empty', () => {
  const label = { zh: '分子', en: 'Numerator' };
  const schema = { properties: { list: { items: { anyOf: [{ properties: { numerator: { label } } }, {}] } } } };
  expect(schemaAt(schema, 'list.0.numerator')?.label).toBe(label);
  expect(schemaAt(schema, 'list.nothing')).toBeUndefined();
});

test('what somebody entered stays when a version comes meanwhile, and takes nothing of it back', () => {
  const seen = { limits: { redo: 1, plans: 6 }, levels: ['a'] };
  const mine = { limits: { redo: 2, plans: 6 }, levels: ['a'] };
  const newest = { limits: { redo: 1, plans: 7 }, levels: ['a', 'b'] };
  expect(rebased({ seen, mine, newest })).toEqual({ limits: { redo: 2, plans: 7 }, levels: ['a', 'b'] });
});
