import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { fileId, fileIdsIn } from './file.js';

const files = z.array(fileId().describe('Photos')).max(5).default([]);
const paper = z.object({ name: z.string(), file: fileId() });
const input = z.object({
  files,
  note: z.string(),
  sheet: fileId().optional(),
  papers: z.array(paper).optional(),
  shown: z.union([z.object({ by: z.literal('file'), file: fileId() }), z.object({ by: z.literal('word') })]).optional(),
  named: z.record(z.string(), fileId()).nullish(),
});

describe('the files an input names', () => {
  test.each([
    ['none', { files: [], note: 'photo-1' }, []],
    ['in a list', { files: ['a', 'b'] }, ['files.0 a', 'files.1 b']],
    ['in an optional field', { sheet: 'a' }, ['sheet a']],
    ['in objects of a list', { papers: [{ name: 'x', file: 'a' }] }, ['papers.0.file a']],
    ['in one of several shapes', { shown: { by: 'file', file: 'a' } }, ['shown.file a']],
    ['under any key', { named: { plan: 'a' } }, ['named.plan a']],
    ['nowhere, where the input is none', ['a'], []],
    ['nowhere, where a field holds something else', { files: 'a', sheet: 7, papers: [null] }, []],
  ])('are found %s', (_, given, found) => {
    expect(fileIdsIn(input, given).map(({ path, id }) => `${path} ${id}`)).toEqual(found);
  });

  test('are found in a shape that holds itself', () => {
    const folder = z.object({
      file: fileId(),
      get parts() {
        return z.array(folder).optional();
      },
    });
    expect(fileIdsIn(folder, { file: 'a', parts: [{ file: 'b', parts: [{ file: 'c' }] }] })).toEqual([
      { path: 'file', id: 'a' },
      { path: 'parts.0.file', id: 'b' },
      { path: 'parts.0.parts.0.file', id: 'c' },
    ]);
  });
});
