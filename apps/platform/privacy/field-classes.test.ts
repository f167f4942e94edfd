import { describe, expect, test } from '@jest/globals';

import { classOf, unclassified } from '#libs/privacy';

import { PLATFORM_ENTITIES } from '../entities.js';

const tables = Object.fromEntries(
  PLATFORM_ENTITIES.map(({ meta }) => [meta.tableName, Object.keys(meta.properties)] as const),
);

describe('the classes of fields', () => {
  test('cover every column of the installation: a new one is classified, or said to be about nobody', () => {
    expect(unclassified(tables)).toEqual([]);
  });

  test('find a column nobody has thought about, and one that is not there any more', () => {
    const changed = {
      ...tables,
      visits: [...(tables['visits'] ?? []), 'bloodPressure'].filter((name) => name !== 'note'),
    };
    expect(unclassified({ ...changed, pets: ['id', 'owner'] })).toEqual([
      { table: 'visits', column: 'bloodPressure', problem: 'unclassified' },
      { table: 'visits', column: 'note', problem: 'unknown' },
      { table: 'pets', column: '', problem: 'unclassified' },
    ]);
  });

  test.each([
    ['households', 'colour', 'sensitive'],
    ['people', 'flags', 'sensitive'],
    ['people', 'phoneSealed', 'secret'],
    ['visits', 'note', 'sensitive'],
    ['people', 'id', null],
  ])('%s.%s is %s', (table, column, expected) => {
    expect(classOf(table, column)).toBe(expected);
  });
});
