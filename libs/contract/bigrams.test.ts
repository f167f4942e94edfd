import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { bigramsAsked, bigramsOf } from './bigrams.js';

describe('bigrams', () => {
  test('find a Chinese word of two characters inside a sentence, and a single character', () => {
    const index = new Set(bigramsOf('3号楼电梯漏水，请维修！'));
    expect(bigramsAsked('漏水').every((gram) => index.has(gram))).toBe(true);
    expect(bigramsAsked('梯').every((gram) => index.has(gram))).toBe(true);
    expect(bigramsAsked('水电').every((gram) => index.has(gram))).toBe(false);
  });

  test('ignore case and full width', () => {
    expect(bigramsOf('ＬＥＤ灯')).toEqual(bigramsOf('led灯'));
  });

  test('a question of punctuation only asks nothing', () => {
    expect(bigramsAsked('，。 !')).toEqual([]);
  });

  test('whatever stands in a text of Chinese characters is found by any part of it', () => {
    const han = fc.string({
      unit: fc.constantFrom('楼', '水', '电', '梯', '门', '路', '灯'),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(han, fc.nat(19), fc.integer({ min: 1, max: 20 }), (text, start, length) => {
        const part = text.slice(start % text.length, (start % text.length) + length);
        const index = new Set(bigramsOf(text));
        expect(bigramsAsked(part).every((gram) => index.has(gram))).toBe(true);
      }),
    );
  });
});
