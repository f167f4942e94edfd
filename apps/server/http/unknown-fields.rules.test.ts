import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { text } from '#libs/contract';
import { inputSchemaOf } from '#libs/engine';

import { unknownFields } from './unknown-fields.rules.js';

const schema = inputSchemaOf(
  z.object({
    note: text(),
    place: z.object({ building: z.string() }).nullable().default(null),
    items: z.array(z.object({ n: z.number() })).default([]),
    by: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('person'), person: z.string() }),
      z.object({ kind: z.literal('unit'), unit: z.string() }),
    ]),
    free: z.record(z.string(), z.number()).optional(),
    both: z.intersection(z.object({ a: z.number() }), z.object({ b: z.number() })).optional(),
  }),
);

describe('a field that the schema does not know', () => {
  test.each([
    ['at the top', { note: 'x', note2: 1 }, ['note2']],
    ['inside an object that may be null', { place: { building: 'b', floor: 3 } }, ['place.floor']],
    ['inside a list', { items: [{ n: 1 }, { n: 2, m: 3 }] }, ['items.1.m']],
    ['in the fitting alternative', { by: { kind: 'unit', unit: 'u', x: 1 } }, ['by.x']],
    ['of an intersection', { both: { a: 1, b: 2, c: 3 } }, ['both.c']],
  ])('%s is named', (_, value, expected) => {
    expect(unknownFields(schema, value)).toEqual(expected);
  });

  test.each([
    ['null', { place: null }],
    ['keys of a record', { free: { anything: 1 } }],
    ['declared fields only', { note: 'x', place: { building: 'b' }, items: [{ n: 1 }], both: { a: 1, b: 2 } }],
    ['an inherited name such as constructor is not declared', {}],
  ])('is not seen in %s', (_, value) => {
    expect(unknownFields(schema, value)).toEqual([]);
  });

  test('may have the name of something objects inherit', () => {
    expect(unknownFields(schema, JSON.parse('{"constructor":1,"toString":2}'))).toEqual(['constructor', 'toString']);
  });
});
