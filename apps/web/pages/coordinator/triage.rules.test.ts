import { describe, expect, it } from '@jest/globals';

import { inOrder, shownCase, triageCases } from './triage.rules.js';

const label = { zh: '等', en: 'Waits' };
const item = (id: string, ...acts: string[]): Parameters<typeof triageCases>[0][number] =>
  ({ id, title: id, annex: {}, acts: acts.map((act) => ({ act, label })), label, dueAt: null }) as never;

describe('Reports to be sorted', () => {
  it('stand once, with everything they wait for', () => {
    const cases = triageCases([item('a', 'reply'), item('b', 'sortAsCommon', 'merge'), item('a', 'sortAsIndividual')]);
    expect(cases.map(({ id, queues }) => [id, queues])).toEqual([
      ['a', ['reply', 'sort']],
      ['b', ['sort']],
    ]);
  });

  it('are not the work of others', () => {
    expect(triageCases([item('a', 'publishOutcome')])).toEqual([]);
  });
});

describe('The report in sight', () => {
  it('is the one that was chosen', () => {
    expect(shownCase(['a', 'b'], 'b', 0)).toBe('b');
  });

  it('is the next one when the one before is done', () => {
    expect(shownCase(['a', 'c'], 'b', 1)).toBe('c');
    expect(shownCase(['a'], 'b', 1)).toBe('a');
    expect(shownCase([], 'b', 1)).toBeNull();
  });
});

describe('What can be done', () => {
  it('begins with the reply; danger stands apart', () => {
    const acts = ['declareDanger', 'addNote', 'decline', 'surprise', 'reply'].map((act) => ({ act }));
    expect(inOrder(acts).map(({ act }) => act)).toEqual(['reply', 'decline', 'addNote', 'surprise']);
  });
});
