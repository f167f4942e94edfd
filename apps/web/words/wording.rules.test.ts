import { describe, expect, test } from '@jest/globals';

import { filled } from './wording.rules.js';

describe('a text of the pages', () => {
  test('is filled by name, as often as the name occurs', () => {
    expect(filled('{n} 户，共 {all} 户，{n}', { n: 3, all: 9 })).toBe('3 户，共 9 户，3');
  });
  test('counts one thing in the singular and everything else in the plural', () => {
    const text = '{n} {n|day|days} left';
    expect([0, 1, 2].map((n) => filled(text, { n }))).toEqual(['0 days left', '1 day left', '2 days left']);
  });
  test('shows a place nobody has filled', () => {
    expect(filled('到 {day}', {})).toBe('到 {day}');
  });
  test('keeps a name that runs from right to left, or says it does, to itself', () => {
    expect(filled('登记 {name} 附议', { name: 'نۇرگۈل' })).toBe('登记 \u2068نۇرگۈل\u2069 附议');
    expect(filled('{name}, you', { name: '\u202eeve' })).toBe('\u2068\u202eeve\u2069, you');
    expect(filled('{name}', { name: '王桂兰' })).toBe('王桂兰');
  });
});
