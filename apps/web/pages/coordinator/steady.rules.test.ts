import { describe, expect, it } from '@jest/globals';

import { steady } from './steady.rules.js';

const rows = (text: string): { id: string; at: number }[] => text.split('').map((id, at) => ({ id, at }));
const shownOf = (shown: string, incoming: string): [string, number] => {
  const { rows: seen, held } = steady(shown.split(''), rows(incoming), ({ id }) => id);
  return [seen.map(({ id }) => id).join(''), held];
};

describe('A list that is worked on stays still', () => {
  it('shows everything the first time', () => {
    expect(shownOf('', 'abc')).toEqual(['abc', 0]);
  });

  it('holds back what would come between', () => {
    expect(shownOf('abc', 'xaybc')).toEqual(['abc', 2]);
  });

  it('lets go what is done, and leaves the rest where it stands', () => {
    expect(shownOf('abcd', 'dba')).toEqual(['abd', 0]);
  });

  it('adds the next page at the end', () => {
    expect(shownOf('ab', 'abcd')).toEqual(['abcd', 0]);
  });

  it('begins anew when nothing of what was shown is left', () => {
    expect(shownOf('ab', 'xy')).toEqual(['xy', 0]);
  });

  it('shows the newest contents of a row', () => {
    const seen = steady(['b', 'a'], rows('ab'), ({ id }) => id);
    expect(seen.rows).toEqual([
      { id: 'b', at: 1 },
      { id: 'a', at: 0 },
    ]);
  });
});
