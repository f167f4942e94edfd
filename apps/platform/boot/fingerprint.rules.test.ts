import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { fingerprintOf } from './fingerprint.rules.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minyi-workflow-'));
  mkdirSync(join(folder, 'inner'));
  write('task.machine.ts', 'export const a = 1;\n');
  write('inner/task.guards.ts', 'export const b = 2;\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

describe('the fingerprint of a workflow’s folder', () => {
  test.each([
    ['another test', 'task.test.ts', 'anything'],
    ['another text', 'task.texts.ts', 'anything'],
    ['other words of its forms', 'task.words.ts', 'anything'],
    ['another README', 'README.md', 'anything'],
    ['indentation', 'task.machine.ts', '\n  export const a = 1;\r\n\n'],
  ])('does not change with %s', (_, file, text) => {
    const before = fingerprintOf(folder);
    write(file, text);
    expect(fingerprintOf(folder)).toBe(before);
  });

  test.each([
    ['a changed source', 'inner/task.guards.ts', 'export const b = 3;'],
    ['a new source', 'task.clocks.ts', ''],
  ])('changes with %s', (_, file, text) => {
    const before = fingerprintOf(folder);
    write(file, text);
    expect(fingerprintOf(folder)).not.toBe(before);
  });

  test('is unknown where there are no sources', () => {
    expect(fingerprintOf(join(folder, 'nowhere'))).toBeNull();
  });
});
