import { describe, expect, it } from '@jest/globals';

import { ageOf, personQuestion } from './intake.rules.js';

describe('A person is looked for', () => {
  it('by a number, however it is written', () => {
    expect(personQuestion('139 0000-0001')).toEqual({ phone: '13900000001' });
    expect(personQuestion('１３９００００００００')).toEqual({ phone: '13900000000' });
  });

  it('by an address as people say it', () => {
    expect(personQuestion('12号楼3单元402')).toEqual({ address: '12号楼3单元402' });
    expect(personQuestion('12-3-402')).toEqual({ address: '12-3-402' });
  });

  it('by name', () => {
    expect(personQuestion(' 王桂兰 ')).toEqual({ name: '王桂兰' });
    expect(personQuestion('  ')).toBeNull();
  });
});

describe('Age', () => {
  it('is known by the year', () => {
    expect(ageOf(1950, Date.parse('2026-06-01T00:00:00Z'))).toBe(76);
    expect(ageOf(null, 0)).toBeNull();
  });
});
