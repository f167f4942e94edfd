import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { inputSchemaOf } from '#libs/engine';

import { namedCases } from './named-cases.rules.js';

const schema = inputSchemaOf(
  z.object({
    entry: z.string().meta({ refers: 'case' }),
    issue: z.string().meta({ refers: 'issue' }).nullable().optional(),
    unit: z.string().meta({ refers: 'unit' }).optional(),
  }),
);

describe('the cases an input names', () => {
  test('are those in fields that refer to a case, or to a case of one workflow', () => {
    expect(namedCases(schema, { entry: 'c1', issue: 'c2', unit: 'u1' })).toEqual([
      { path: 'entry', id: 'c1' },
      { path: 'issue', id: 'c2' },
    ]);
  });

  test('are not what is left out, null or of another type', () => {
    expect(namedCases(schema, { issue: null, entry: 7 })).toEqual([]);
    expect(namedCases(schema, 'c1')).toEqual([]);
  });
});
