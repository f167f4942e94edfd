import { describe, expect, test } from '@jest/globals';

import { mayDo, reachOf } from './reach.rules.js';

const office = (role: string, unit: string, held = 'office') => ({ role, unit, unitName: unit, held });

describe('what somebody may do in the registry', () => {
  const leader = { roles: [office('gridLeader', 'grid-1'), office('collector', 'limin', 'body')] };

  test('comes from their offices', () => {
    expect([mayDo(leader, 'read'), mayDo(leader, 'slips'), mayDo(leader, 'write')]).toEqual([true, true, false]);
  });
  test('counts where the office is held and below', () => {
    expect(mayDo(leader, 'slips', ['city', 'limin', 'grid-1', 'building-1'])).toBe(true);
    expect(mayDo(leader, 'slips', ['city', 'limin', 'grid-2'])).toBe(false);
  });
  test('does not come from living somewhere', () => {
    expect(mayDo({ roles: [office('coordinator', 'limin', 'residence')] }, 'read')).toBe(false);
  });
  test('names every unit once, however many offices somebody holds there', () => {
    const twice = { roles: [office('coordinator', 'limin'), office('secretary', 'limin'), office('duty', 'street')] };
    expect(reachOf(twice, 'read').map(({ unit }) => unit)).toEqual(['limin', 'street']);
  });
  test('is nothing for visitors', () => {
    expect(reachOf(undefined, 'read')).toEqual([]);
  });
});
