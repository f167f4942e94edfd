import { expect, test } from '@jest/globals';

import { jointOf, replyOf, sealOf } from './work.rules.js';

test('whoever is told nothing sees an empty page, not a broken one', () => {
  expect(sealOf(undefined)).toMatchObject({ papers: [], missing: null });
  expect(jointOf(null)).toMatchObject({ summons: [], minute: null });
});

test('a unit that has revised what it said is counted by the last', () => {
  const replies = [
    { unit: 'a', how: 'objected' as const, reason: null },
    { unit: 'a', how: 'confirmed' as const, reason: null },
  ];
  expect(replyOf('a', { replies })).toBe('confirmed');
  expect(replyOf('b', { replies })).toBe('none');
});
