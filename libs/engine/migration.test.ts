import { describe, expect, test } from '@jest/globals';

import { migrateStored } from './migration.js';
import { registerWorkflow } from './registration.js';
import { repairWorkflow } from './testing/repair.fixture.js';
import { Walk } from './testing/walk.js';
import type { Stored, Workflow } from './vocabulary.js';

function version(number: number, migrations: Workflow['migrations'] = {}): ReturnType<typeof registerWorkflow> {
  return registerWorkflow({ ...repairWorkflow, version: number, migrations });
}

const old = (): Stored => new Walk().stored;
const addNote = (stored: Stored): Stored => ({ ...stored, context: { ...stored.context, note: 'from 1' } });

describe('a stored case of an earlier version', () => {
  test('is brought up version by version', () => {
    const migrated = migrateStored(version(3, { 1: addNote, 2: (stored) => stored }), old());
    expect(migrated).toMatchObject({ definition: 3, context: { note: 'from 1' }, value: 'dispatched' });
  });

  test('of the same version is left alone', () => {
    const stored = old();
    expect(migrateStored(version(1), stored)).toBe(stored);
  });

  test('without a migration is refused', () => {
    expect(() => migrateStored(version(2), old())).toThrow('repair has no migration from version 1');
  });

  test('that is newer than the program is refused', () => {
    expect(() => migrateStored(version(1), { ...old(), definition: 2 })).toThrow('newer than the program');
  });

  test('whose migration loses a running clock is refused', () => {
    const losing = version(2, { 1: (stored) => ({ ...stored, clocks: {} }) });
    expect(() => migrateStored(losing, old())).toThrow('lacks the clocks [accepting@repair.dispatched]');
    const moving = version(2, { 1: (stored) => ({ ...stored, value: 'verifying' }) });
    expect(() => migrateStored(moving, old())).toThrow('has the clocks [accepting@repair.dispatched]');
  });

  test('whose migration names a state the chart does not have is refused', () => {
    const lost = version(2, { 1: (stored) => ({ ...stored, value: 'nowhere' }) });
    expect(() => migrateStored(lost, old())).toThrow('stands in states the chart does not have');
  });
});
