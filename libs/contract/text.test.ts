import { describe, expect, test } from '@jest/globals';

import { FreeText, isStorable, text } from './text.js';

describe('a free text', () => {
  test('is trimmed and wrapped, so that it cannot slip into a journal as a plain string', () => {
    expect(text().parse('  a lamp is broken ')).toEqual(new FreeText('a lamp is broken'));
  });

  test.each([
    ['nothing but spaces', '   '],
    ['too many characters', 'x'.repeat(11)],
    ['a NUL', 'a\u0000b'],
    ['half a character', 'a\ud83d'],
    ['the other half', '\ude00a'],
  ])('with %s is refused', (_what, body) => {
    expect(text(10).safeParse(body).success).toBe(false);
  });

  test('may hold any whole character', () => {
    expect(isStorable('漏水 💧 “” \n\t é')).toBe(true);
  });
});
