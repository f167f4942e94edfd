import { describe, expect, test } from '@jest/globals';

import { chairOf, type Line } from './chair.rules.js';

const CITY: Line = [{ id: 'jyg', kind: 'city' }];
const STREET: Line = [{ id: 'gangcheng', kind: 'street' }, ...CITY];
const OTHER_STREET: Line = [{ id: 'qianjin', kind: 'street' }, ...CITY];
const LIMIN: Line = [{ id: 'limin', kind: 'community' }, ...STREET];
const B9: Line = [{ id: 'b9', kind: 'building' }, ...LIMIN];
const WATER: Line = [{ id: 'water', kind: 'company' }, ...CITY];
const POLICE: Line = [{ id: 'police', kind: 'department' }, ...STREET];
const OTHER_POLICE: Line = [{ id: 'police2', kind: 'department' }, ...OTHER_STREET];
const DISTRICT: Line = [{ id: 'qilian', kind: 'district' }];
const URBAN: Line = [{ id: 'qilian-urban', kind: 'department' }, ...DISTRICT];

describe('who chairs a joint meeting', () => {
  test('is the residents’ area that summons its departments, whatever tier they belong to', () => {
    expect(chairOf({ caller: LIMIN, departments: [WATER, POLICE], place: B9, first: LIMIN })).toEqual({
      chair: 'limin',
      upper: 'gangcheng',
      keeper: 'jyg',
      crossing: false,
    });
  });

  test('is the unit above both where two streets meet', () => {
    expect(chairOf({ caller: LIMIN, departments: [POLICE, OTHER_POLICE], place: B9, first: POLICE })).toEqual({
      chair: 'jyg',
      upper: null,
      keeper: 'jyg',
      crossing: true,
    });
  });

  test('is the district that received it first where nothing stands above both', () => {
    const meeting = { caller: LIMIN, departments: [URBAN, WATER], place: B9 };
    expect(chairOf({ ...meeting, first: URBAN })).toEqual({
      chair: 'qilian',
      upper: null,
      keeper: 'qilian',
      crossing: true,
    });
    expect(chairOf({ ...meeting, first: WATER })).toMatchObject({ chair: 'jyg', keeper: 'jyg', crossing: true });
  });

  test('does not depend on the order in which units are summoned', () => {
    const one = chairOf({ caller: LIMIN, departments: [URBAN, OTHER_POLICE, WATER], place: B9, first: URBAN });
    expect(chairOf({ caller: LIMIN, departments: [WATER, OTHER_POLICE, URBAN], place: B9, first: URBAN })).toEqual(one);
  });
});
