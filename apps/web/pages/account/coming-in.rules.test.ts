import { describe, expect, test } from '@jest/globals';

import { afterwards, codeIn, inFours } from './coming-in.rules.js';

describe('where somebody goes after coming in', () => {
  test('where they wanted to go, and staff who wanted nothing to their desk', () => {
    expect(afterwards('/cases/7', true)).toBe('/cases/7');
    expect(afterwards(null, true)).toBe('/desk');
    expect(afterwards('/', false)).toBe('/');
  });

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never to another site: %s',
    (next) => {
      expect(afterwards(next, false)).toBe('/');
    },
  );
});

describe('what a slip brings', () => {
  test('the code behind the # comes before that of the path', () => {
    expect(codeIn('#AB%20CD', 'XY')).toBe('AB CD');
    expect(codeIn('', 'XY')).toBe('XY');
    expect(codeIn('#%', undefined)).toBe('%');
    expect(codeIn('', undefined)).toBe('');
  });

  test('a secret is typed in groups of four', () => {
    expect(inFours('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  });
});
