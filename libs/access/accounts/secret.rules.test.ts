import { describe, expect, test } from '@jest/globals';

import {
  hashOf,
  isApiToken,
  newApiToken,
  newReadableCode,
  newSecret,
  READABLE_ALPHABET,
  spellCode,
} from './secret.rules.js';

describe('a code on paper', () => {
  test('has at least 60 random bits and no sign that is taken for another', () => {
    const code = newReadableCode();
    expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    expect(15 * Math.log2(READABLE_ALPHABET.length)).toBeGreaterThan(60);
    for (const sign of '0O1Il') expect(READABLE_ALPHABET).not.toContain(sign);
  });

  test.each([
    ['7KQ2M-XRT4B-9HDWC', '7KQ2M-XRT4B-9HDWC'],
    [' 7kq2m xrt4b 9hdwc ', '7KQ2M-XRT4B-9HDWC'],
    ['７ＫＱ２Ｍ－ＸＲＴ４Ｂ－９ＨＤＷＣ', '7KQ2M-XRT4B-9HDWC'],
    ['7KQ2MXRT4B9HDWC', '7KQ2M-XRT4B-9HDWC'],
    ['7KQ2M—XRT4B—9HDWC', '7KQ2M-XRT4B-9HDWC'],
    ['7KQ2M-XRT4B-9HDW', null],
    ['7KQ2M-XRT4B-9HDW0', null],
    ['', null],
  ])('typed as %j is %j', (typed, spelt) => {
    expect(spellCode(typed)).toBe(spelt);
  });
});

describe('a token of a program', () => {
  test('is known by its prefix and its checksum', () => {
    const token = newApiToken();
    expect(token).toMatch(/^mny_[0-9A-Za-z]{49}$/);
    expect(isApiToken(token)).toBe(true);
  });

  test('with one sign changed is none, without asking the database', () => {
    const token = newApiToken();
    const changed = `${token.slice(0, 20)}${token[20] === 'a' ? 'b' : 'a'}${token.slice(21)}`;
    expect(isApiToken(changed)).toBe(false);
    expect(isApiToken(token.slice(4))).toBe(false);
    expect(isApiToken(`${token} `)).toBe(false);
  });
});

test('a session token has 256 random bits, and its hash does not show it', () => {
  const token = newSecret();
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(hashOf(token)).toMatch(/^[\w-]{43}$/);
  expect(hashOf(token)).not.toBe(token);
});
