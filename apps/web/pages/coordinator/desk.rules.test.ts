import { describe, expect, it } from '@jest/globals';

import { fittingRows, sortedRows, type DeskItem } from './desk.rules.js';

const label = { zh: '待分类', en: 'To be sorted' };
const item = (title: string, dueAt: string | null, isOverdue = false): DeskItem =>
  ({
    ...{
      id: title,
      version: 1,
      workflow: 'issue',
      title,
      unit: 'u',
      stage: { key: 'say', label },
      state: 's',
      label,
      acts: [],
    },
    ...{ clock: null, dueAt, isOverdue, since: '2026-03-01T00:00:00.000Z' },
    annex: {
      unitName: '利民社区',
      place: { id: 'p', name: '3号楼' },
      number: 'LM-7',
      numbers: [{ system: '12345', number: 'H-99' }],
      category: null,
    },
  }) as unknown as DeskItem;

const ROWS = [
  item('路灯不亮', '2026-03-03T00:00:00.000Z'),
  item('漏水', '2026-03-01T00:00:00.000Z', true),
  item('长椅', null),
];
const ALL = { text: null, when: null, soonBefore: '2026-03-04T00:00:00.000Z' };
const titles = (rows: DeskItem[]): (string | null)[] => rows.map(({ title }) => title);

describe('The desk is filtered', () => {
  it('by words of the title, the place, our number and those of others', () => {
    expect(titles(fittingRows(ROWS, { ...ALL, text: '路灯 3号楼' }))).toEqual(['路灯不亮']);
    expect(fittingRows(ROWS, { ...ALL, text: 'h-99' })).toHaveLength(3);
    expect(fittingRows(ROWS, { ...ALL, text: '电梯' })).toEqual([]);
  });

  it('by what is over, and by what will soon be; what has no deadline is neither', () => {
    expect(titles(fittingRows(ROWS, { ...ALL, when: 'overdue' }))).toEqual(['漏水']);
    expect(titles(fittingRows(ROWS, { ...ALL, when: 'soon' }))).toEqual(['路灯不亮']);
  });
});

describe('The desk is ordered', () => {
  it('by what is due first, what has no deadline last', () => {
    expect(titles(sortedRows(ROWS, { by: 'due', descending: false }))).toEqual(['漏水', '路灯不亮', '长椅']);
  });

  it('as the service says where the column is unknown', () => {
    expect(titles(sortedRows(ROWS, { by: 'weather', descending: true }))).toEqual(titles(ROWS));
  });
});
