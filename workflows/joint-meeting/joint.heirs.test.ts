import { describe, expect, test } from '@jest/globals';

import { called, drafted, FOUND, sharing, sitting, SITTING, unitsAs, withUpper } from './joint.fixture.js';

describe('a unit that is merged or closed', () => {
  test('is followed at the table by its heir, who is told, and by nobody where it was closed', () => {
    const walk = drafted().tell('unit.succeeded', { from: 'jyg', to: 'limin' });
    expect([unitsAs(walk, 'summoned'), unitsAs(walk, 'unheard')]).toEqual([['limin', 'roads'], ['limin']]);
    walk.act('confirmMinute', { unit: 'limin' }).act('signMinute');
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ id: 'duty-2', input: expect.objectContaining({ unit: 'limin' }) }),
    );
    const expected = called().act('setSitting', SITTING).tell('unit.succeeded', { from: 'roads', to: 'works' });
    expect(expected.performed('tellUnits')).toMatchObject([{ units: ['works'], about: 'joint_summons' }]);
    const minute = drafted().tell('unit.succeeded', { from: 'jyg', to: 'limin' });
    expect(minute.performed('tellUnits')).toMatchObject([{ units: ['limin'], about: 'joint_minute' }]);
    expect(drafted().tell('unit.succeeded', { from: 'jyg', to: 'roads' }).performed('tellUnits')).toEqual([]);
    const closed = called().act('setSitting', SITTING).act('confirmAttendance', { unit: 'jyg' });
    expect(closed.tell('unit.succeeded', { from: 'roads', to: null }).value).toBe('waiting');
  });

  test('has said to the minute, under the name of its heir, what it said before', () => {
    const walk = sitting()
      .act('draftMinute', sharing({ unit: 'roads' }))
      .act('confirmMinute', { unit: 'jyg' });
    walk.tell('unit.succeeded', { from: 'jyg', to: 'limin' });
    expect([walk.value, unitsAs(walk, 'unheard')]).toEqual(['confirming', ['roads']]);
  });

  test('that chaired is followed by its heir, else by the tier above, else by the unit that called', () => {
    const chairs = [
      withUpper(drafted()).tell('unit.succeeded', { from: 'city', to: 'metropolis' }),
      withUpper(drafted()).tell('unit.succeeded', { from: 'city', to: null }),
      drafted()
        .tell('chair.found', { ...FOUND, chair: 'city' })
        .tell('unit.succeeded', { from: 'city', to: null }),
      drafted().tell('unit.succeeded', { from: 'qilian', to: 'qilian-new' }),
    ].map((walk) => unitsAs(walk, 'chair'));
    expect(chairs).toEqual([['metropolis'], ['province'], ['qilian'], ['qilian-new']]);
  });
});
