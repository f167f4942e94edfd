import { describe, expect, test } from '@jest/globals';

import { pageOf, withoutRepeats } from './story.rules.js';

describe('what an issue tells', () => {
  test('a text that was published before is not told again, but what happened is', () => {
    const told = withoutRepeats([
      { label: 'outcome', text: 'repaired', files: ['a'] },
      { label: 'ended', text: 'repaired', files: ['a'] },
      { label: 'noted', text: null, files: ['b'] },
    ]);
    expect(told).toEqual([
      { label: 'outcome', text: 'repaired', files: ['a'] },
      { label: 'ended', text: null, files: [] },
      { label: 'noted', text: null, files: ['b'] },
    ]);
  });

  test('what one may not open has no address', () => {
    expect(pageOf({ case: null, workflow: 'task' })).toBeNull();
    expect(pageOf({ case: '7', workflow: 'notice' })).toBe('/notices/7');
    expect(pageOf({ case: '7', workflow: 'task' })).toBe('/cases/7');
  });
});
