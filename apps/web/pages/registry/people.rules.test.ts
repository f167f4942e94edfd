import { describe, expect, test } from '@jest/globals';

import { askedBy, askedFor, compared, doubtsOf } from './people.rules.js';

describe('one line to look for people', () => {
  test.each([
    ['王桂兰', 'name'],
    ['欧阳', 'name'],
    ['138 0000 1234', 'phone'],
    ['0937-6280014', 'phone'],
    ['12号楼3单元402', 'address'],
    ['利民小区十二号楼', 'address'],
    ['1380', 'address'],
  ])('%s asks by %s', (text, by) => {
    const question = askedFor(text);
    expect(question === null ? null : askedBy(question)).toBe(by);
  });
  test('asks nothing when it is empty', () => {
    expect(askedFor('  ')).toBeNull();
  });
});

describe('two records that may be one person', () => {
  const wang = {
    ...{ name: '王桂兰', gender: 'female', birthYear: 1956, address: '1号楼', phone: null },
    ...{ domicile: null, diedOn: null, flags: [] },
  };
  test('are compared field by field; nothing entered is not a difference to nothing', () => {
    const differing = compared(wang, { ...wang, address: '2号楼' }).filter(({ differs }) => differs);
    expect(differing.map(({ field }) => field)).toEqual(['address']);
  });
  test('are doubted where they contradict each other, not where one is silent', () => {
    expect(doubtsOf(wang, { ...wang, birthYear: 1986 })).toEqual(['birthYear']);
    expect(doubtsOf(wang, { ...wang, birthYear: null, gender: null })).toEqual([]);
  });
});
