import { describe, expect, test } from '@jest/globals';

import { fieldsOf, flawsOf, initialValue, sentValue } from './form.rules.js';
import type { FieldSchema } from './schema.types.js';

const text: FieldSchema = { type: 'string', minLength: 1, maxLength: 500, format: 'text' };
const schema: FieldSchema = {
  type: 'object',
  required: ['title', 'danger', 'unit', 'reason'],
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 120, format: 'text' },
    danger: { type: 'boolean' },
    unit: { type: 'string', refers: 'unit' },
    place: { anyOf: [{ type: 'string', refers: 'unit' }, { type: 'null' }], default: null },
    reason: { anyOf: [text, { type: 'null' }] },
    files: { type: 'array', items: { type: 'string', format: 'file' }, default: [], maxItems: 2 },
    days: { type: 'integer', minimum: 1, maximum: 9 },
    assists: {
      type: 'array',
      items: {
        type: 'object',
        properties: { unit: { type: 'string', refers: 'unit' }, note: text },
        required: ['unit'],
      },
    },
  },
};

describe('a form made from the schema of an act', () => {
  test('shows every property as the kind of field it needs', () => {
    expect(fieldsOf(schema).map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
      ['title', 'text', true],
      ['danger', 'yesNo', true],
      ['unit', 'reference', true],
      ['place', 'reference', false],
      ['reason', 'paragraph', false],
      ['files', 'list', false],
      ['days', 'number', false],
      ['assists', 'list', false],
    ]);
  });

  test('begins with what the schema says and decides nothing for anybody', () => {
    expect(initialValue(schema)).toEqual({ place: null, files: [], assists: [] });
  });

  test('says of each required field that it is needed, and of a false answer nothing', () => {
    expect(flawsOf(schema, initialValue(schema)).map(({ path, word }) => `${path} ${word}`)).toEqual([
      'title needed',
      'danger needed',
      'unit needed',
    ]);
    expect(flawsOf(schema, { title: 'x', danger: false, unit: 'u' })).toEqual([]);
  });

  test('names the field of a list that is wrong, and the bound that was passed', () => {
    const value = {
      title: ' ',
      danger: true,
      unit: 'u',
      days: 12,
      files: ['a', 'b', 'c'],
      assists: [{ note: 'x'.repeat(501) }],
    };
    expect(flawsOf(schema, value)).toEqual([
      { path: 'title', word: 'needed' },
      { path: 'files', word: 'tooMany', n: 2 },
      { path: 'days', word: 'tooLarge', n: 9 },
      { path: 'assists.0.unit', word: 'needed' },
      { path: 'assists.0.note', word: 'tooLong', n: 500 },
    ]);
  });

  test('sends text without blanks around it, leaves out what is empty, and says null only where something has to be said', () => {
    const value = {
      title: ' 路灯不亮 ',
      danger: false,
      unit: 'u',
      place: '',
      reason: '',
      files: [],
      assists: [{ unit: 'w', note: '  ' }],
    };
    expect(sentValue(schema, value)).toEqual({
      title: '路灯不亮',
      danger: false,
      unit: 'u',
      reason: null,
      files: [],
      assists: [{ unit: 'w' }],
    });
  });
});
