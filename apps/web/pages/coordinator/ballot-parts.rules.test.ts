import { describe, expect, test } from '@jest/globals';

import { DESK_PARTS, partsOf } from './ballot-parts.rules.js';

const holding = (...roles: string[]) => partsOf(roles.map((role) => ({ role, held: 'office' })));

describe('the desk of a ballot', () => {
  test('is whole for those who run it', () => {
    expect(holding('coordinator')).toEqual({ parts: [...DESK_PARTS], isRunning: true });
  });

  test('takes papers of those who bring them in, and does not show them the roll', () => {
    expect(holding('gridLeader')).toEqual({ parts: ['grid', 'papers', 'proxies'], isRunning: false });
  });

  test('shows whoever approves changes of the roll nothing but these', () => {
    expect(holding('chair')).toEqual({ parts: ['roll'], isRunning: false });
  });

  test('is nothing for whoever just lives there', () => {
    expect(partsOf([{ role: 'coordinator', held: 'residence' }]).parts).toEqual([]);
  });
});
