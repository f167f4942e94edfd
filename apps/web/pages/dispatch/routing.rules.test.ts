import { expect, test } from '@jest/globals';

import { givenBy, placeOfCase, readableGround } from './routing.rules.js';

test('a dispatch begins with the lead and every assist once, and the lead does not assist itself', () => {
  const route = { lead: { unit: 'a' }, assists: [{ unit: 'b' }, { unit: 'a' }, { unit: 'b' }] };
  expect(givenBy(route)).toEqual({ lead: 'a', assists: [{ unit: 'b', required: true }] });
  expect(givenBy(undefined)).toEqual({});
});

test('a case without a place is at its unit', () => {
  expect(placeOfCase({ unit: 'u', context: { place: 'b9' } })).toBe('b9');
  expect(placeOfCase({ unit: 'u' })).toBe('u');
});

test('everything but the matrix is a fallback', () => {
  expect(readableGround('matrix')).toBe('ground_matrix');
  expect(readableGround('district')).toBe('ground_fallback');
});
