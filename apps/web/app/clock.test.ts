import { expect, test } from '@jest/globals';

import { localDate } from './clock.js';

test('a day of the communities begins at midnight in China, not in Greenwich', () => {
  expect(localDate(Date.parse('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22');
  expect(localDate(Date.parse('2026-11-22T16:00:00.000Z'))).toBe('2026-11-23');
});
