import { describe, expect, test } from '@jest/globals';

import { keptAfter, NOTHING_KEPT, type Kept } from './kept.rules.js';

const mine = { state: 'counted', isYours: true } as const;

describe('the receipt on this device', () => {
  const sent: Kept = { receipt: null, revision: 0, sent: 'NEW' };

  test('is the one that was sent when the paper has arrived, though no answer came', () => {
    expect(keptAfter(sent, { ...mine, revision: 1 })).toEqual({ receipt: 'NEW', revision: 1, sent: null });
  });

  test('stays unused when the paper has not arrived', () => {
    expect(keptAfter(sent, { state: 'none', isYours: false, revision: null })).toEqual(sent);
  });

  test('is still the old one when a change has not arrived', () => {
    const changing: Kept = { receipt: 'OLD', revision: 1, sent: 'NEW' };
    expect(keptAfter(changing, { ...mine, revision: 1 })).toEqual(changing);
    expect(keptAfter(changing, { ...mine, revision: 2 })).toEqual({ receipt: 'NEW', revision: 2, sent: null });
  });

  test('is worthless when somebody else of the unit has cast meanwhile', () => {
    expect(keptAfter(sent, { state: 'counted', isYours: false, revision: 1 })).toEqual({
      ...NOTHING_KEPT,
      revision: 1,
    });
  });

  test('is gone when the paper was taken back', () => {
    const kept: Kept = { receipt: 'OLD', revision: 1, sent: null };
    expect(keptAfter(kept, { state: 'withdrawn', isYours: true, revision: 2 })).toEqual({
      ...NOTHING_KEPT,
      revision: 2,
    });
  });

  test('outlasts an answer that the service gave before the paper arrived', () => {
    const kept = { receipt: 'new', revision: 1, sent: null };
    expect(keptAfter(kept, { revision: null, state: 'none', isYours: true })).toEqual(kept);
    expect(keptAfter(kept, { revision: 0, state: 'withdrawn', isYours: true })).toEqual(kept);
  });
});
