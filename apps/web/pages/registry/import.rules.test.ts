import { describe, expect, test } from '@jest/globals';

import { decided, percentOf, stepOf } from './import.rules.js';

const NONE = { rows: 9, new: 0, changed: 0, unchanged: 9, errors: 0, warnings: 0, questions: 0, skipped: 0 };

describe('an import', () => {
  test('is checked before anything else', () => {
    expect(stepOf({ state: 'uploaded', counts: NONE })).toBe('check');
  });
  test('is not applied while one row is wrong, whatever the others are', () => {
    expect(stepOf({ state: 'checked', counts: { ...NONE, new: 5000, errors: 1, questions: 2 } })).toBe('correct');
  });
  test('waits for an answer to every question', () => {
    expect(stepOf({ state: 'checked', counts: { ...NONE, new: 3, questions: 1 } })).toBe('decide');
  });
  test('is applied when it changes something, and not when everything is there already', () => {
    expect(stepOf({ state: 'checked', counts: { ...NONE, changed: 1, warnings: 4 } })).toBe('apply');
    expect(stepOf({ state: 'checked', counts: NONE })).toBe('nothing');
  });
  test('tells how far it is, and nothing before it knows', () => {
    expect([percentOf(null), percentOf({ done: 0, total: 0 }), percentOf({ done: 2, total: 3 })]).toEqual([
      null,
      null,
      66,
    ]);
  });
  test('keeps decisions made before; one that is taken back is not sent', () => {
    expect(decided({ 2: 'new', 3: 'p1' }, { 3: '', 4: 'new' })).toEqual({ 2: 'new', 4: 'new' });
  });
});
