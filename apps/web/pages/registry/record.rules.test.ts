import { describe, expect, test } from '@jest/globals';

import { changedOnly, isChanged } from './record.rules.js';

const SCHEMA = {
  type: 'object',
  required: ['name', 'reason'],
  properties: {
    name: { type: 'string' },
    phone: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    flags: { type: 'array', items: { type: 'string' } },
    reason: { type: 'string' },
  },
};
const given = { name: '12号楼', phone: '110', flags: ['a'] };

describe('what a change of a record sends', () => {
  test('is only what differs, with the reason', () => {
    expect(changedOnly(SCHEMA, { given, value: { ...given, name: '13号楼 ', reason: '更名' } })).toEqual({
      name: '13号楼',
      reason: '更名',
    });
  });
  test('says that something was emptied', () => {
    expect(changedOnly(SCHEMA, { given, value: { ...given, phone: '', reason: '停用' } })).toEqual({
      phone: null,
      reason: '停用',
    });
  });
  test('never empties what has to be there', () => {
    expect(changedOnly(SCHEMA, { given, value: { ...given, name: '', reason: '更名' } })).toEqual({ reason: '更名' });
  });
  test('is nothing when only a reason was given', () => {
    expect(isChanged(changedOnly(SCHEMA, { given, value: { ...given, reason: '看看' } }))).toBe(false);
  });
});
