import { expect, test } from '@jest/globals';

import { isInForce } from './acting-for.rules.js';

test.each([
  ['2026-11-22T15:59:59Z', false],
  ['2026-11-22T16:00:00Z', true],
  ['2026-11-24T15:59:59Z', true],
  ['2026-11-24T16:00:00Z', false],
])('who is authorised from the 23rd until the 25th may act at %s: %s', (instant, may) => {
  expect(isInForce({ from: '2026-11-23', to: '2026-11-25' }, Date.parse(instant))).toBe(may);
});
