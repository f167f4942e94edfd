import { describe, expect, test } from '@jest/globals';

import { queryOf, withFilter } from './issue-filters.rules.js';

describe('filters of issues in the address', () => {
  test('only what the list knows is asked for', () => {
    const search = new URLSearchParams('text= 漏水 &stage=act&status=open&mine=true&overdue=no&lang=en');
    expect(queryOf(search)).toEqual({ text: '漏水', stage: 'act', mine: 'true' });
  });

  test('an empty filter leaves the address', () => {
    const search = new URLSearchParams('stage=act&unit=7');
    expect(withFilter(search, 'stage', null).toString()).toBe('unit=7');
    expect(withFilter(search, 'stage', 'say').toString()).toBe('stage=say&unit=7');
    expect(search.toString()).toBe('stage=act&unit=7');
  });
});
