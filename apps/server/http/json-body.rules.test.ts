import { describe, expect, test } from '@jest/globals';

import { depthOf, MAX_DEPTH, readJsonBody } from './json-body.rules.js';
import { RequestRefused } from './request-refused.js';

const read = (text: string): unknown => readJsonBody(Buffer.from(text));

function issueOf(body: Buffer): unknown {
  try {
    readJsonBody(body);
  } catch (error) {
    if (error instanceof RequestRefused) return [error.refusal.code, error.refusal.issues?.[0]?.path];
    throw error;
  }
  return 'taken';
}

describe('a JSON body', () => {
  test('is read as it is', () => {
    expect(read('{"act":"claim","input":{"note":"已到现场 👍","n":1.5,"list":[null,true]}}')).toEqual({
      act: 'claim',
      input: { note: '已到现场 👍', n: 1.5, list: [null, true] },
    });
  });

  test('may be empty', () => {
    expect(read('  ')).toBeUndefined();
  });

  test.each([
    ['broken JSON', Buffer.from('{"a":'), ''],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), ''],
    ['NUL in a text', Buffer.from('{"a":{"b":"x\\u0000"}}'), 'a.b'],
    ['NUL in a key', Buffer.from('{"a\\u0000":1}'), ''],
    ['half a surrogate pair', Buffer.from('["\\ud83d"]'), '0'],
    ['a number that becomes infinite', Buffer.from('{"n":1e999}'), 'n'],
    ['an integer that would be rounded', Buffer.from('{"n":9007199254740993}'), 'n'],
    ['a key that reaches for the prototype', Buffer.from('{"a":{"__proto__":{"x":1}}}'), 'a'],
    ['nesting deeper than allowed', Buffer.from('['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1)), ''],
  ])('is refused with %s', (_, body, path) => {
    expect(issueOf(body)).toEqual(['request.malformed', path]);
  });

  test('may be nested as deep as allowed', () => {
    expect(issueOf(Buffer.from('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH)))).toBe('taken');
  });

  test('brackets inside texts do not count as nesting', () => {
    expect(depthOf('{"a":"[[[[\\"[["}')).toBe(1);
  });
});
