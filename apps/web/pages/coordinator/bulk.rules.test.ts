import { describe, expect, it } from '@jest/globals';

import { asksNothing, bulkActs, type BulkRow, type KnownAct } from './bulk.rules.js';

const label = { zh: '做', en: 'Do' };
const known = (act: string, input: unknown): KnownAct => ({ act, label, help: label, confirm: false, input });
const row = (id: string, workflow: string, ...acts: string[]): BulkRow => ({
  ...{ id, version: 1, workflow, title: id },
  acts: acts.map((act) => ({ act, label })),
});
const ACTS = [
  known('take', { type: 'object', properties: {} }),
  known('tell', { type: 'object', properties: { text: { type: 'string', minLength: 1 } }, required: ['text'] }),
  known('sort', { type: 'object', properties: { major: { type: 'boolean', default: false } }, required: ['major'] }),
];
const names = (rows: BulkRow[]): string[] => bulkActs(rows, ACTS).map(({ act }) => act);

describe('What can be done with several rows at once', () => {
  it('is what every one of them allows and what asks for nothing', () => {
    expect(names([row('a', 'issue', 'take', 'tell', 'sort'), row('b', 'issue', 'take', 'tell')])).toEqual(['take']);
  });

  it('is nothing across workflows: acts of one name are different acts there', () => {
    expect(names([row('a', 'issue', 'take'), row('b', 'task', 'take')])).toEqual([]);
  });

  it('is nothing without a row', () => {
    expect(names([])).toEqual([]);
  });

  it('takes what the form begins with for an answer', () => {
    expect(asksNothing({ type: 'object', properties: { n: { type: 'integer', default: 3 } }, required: ['n'] })).toBe(
      true,
    );
  });
});
