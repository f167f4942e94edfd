import { describe, expect, test } from '@jest/globals';

import { languageOf } from './language.rules.js';

describe('the language of an answer', () => {
  test.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.5, zh-TW;q=0.9', 'zh'],
    ['fr, en;q=0.1', 'en'],
    ['fr, *;q=0.1', 'zh'],
    ['zh;q=0, en;q=0.2', 'en'],
    ['de', 'zh'],
    ['en;q=abc', 'en'],
  ])('asked for with %p is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
