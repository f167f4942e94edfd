import { describe, expect, test } from '@jest/globals';

import { FreeText, isStorable, text } from './text.js';

describe('a free text', () => {
  test('is trimmed and wrapped, so that it cannot slip into a journal as a plain string', () => {
    expect(text().parse('  a lamp is broken ')).toEqual(new FreeText('a lamp is broken'));
  });

  test.each([
    ['nothing but spaces', '   '],
    ['nothing that can be seen', '\u200b\u2060\u202e\u3164'],
    ['too many characters', 'x'.repeat(11)],
    ['a NUL', 'a\u0000b'],
    ['half a character', 'a\ud83d'],
    ['the other half', '\ude00a'],
  ])('with %s is refused', (_what, body) => {
    expect(text(10).safeParse(body).success).toBe(false);
  });

  test('does not turn around what stands beside it: marks of direction are closed at the end of their line', () => {
    expect(text().parse('\u202eabc\n\u2067\u202bd\u2069e')).toEqual(
      new FreeText('\u202eabc\u202c\n\u2067\u202bd\u2069e'),
    );
    expect(text().parse('\u202dx\u202c')).toEqual(new FreeText('\u202dx\u202c'));
  });

  test('may hold any whole character', () => {
    expect(isStorable('漏水 💧 “” \n\t é')).toBe(true);
  });
});
