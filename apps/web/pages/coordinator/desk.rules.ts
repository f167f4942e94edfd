import type { Schema } from '../../api/client.js';
import type { Sorting } from '../../ui/data-table.js';

export type DeskItem = Schema<'DeskItem'>;

/** One case may wait for several things: each is a row. */
export const deskKey = ({ id, state }: DeskItem): string => `${id} ${state}`;

export interface DeskFilters {
  text: string | null;
  /** `overdue`, or `soon`: due before the end of the next working day. */
  when: string | null;
  /** ISO 8601; what is due before it is due soon. */
  soonBefore: string;
}

/** Rows that fit what is looked for among what was read. */
export function fittingRows(rows: readonly DeskItem[], { text, when, soonBefore }: DeskFilters): DeskItem[] {
  const words = (text ?? '')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (when === 'overdue' && !row.isOverdue) return false;
    if (when === 'soon' && (row.isOverdue || row.dueAt === null || row.dueAt > soonBefore)) return false;
    const said = saidOf(row);
    return words.every((word) => said.includes(word));
  });
}

function saidOf({ title, annex }: DeskItem): string {
  const { place, unitName, number, numbers, category } = annex;
  const others = numbers.map((one) => one.number);
  return [title, place?.name, unitName, number, category?.zh, category?.en, ...others].join(' ').toLowerCase();
}

const VALUES: Readonly<Record<string, (row: DeskItem) => string>> = {
  title: ({ title }) => title ?? '',
  place: ({ annex }) => annex.place?.name ?? annex.unitName,
  waits: ({ label }) => label.zh,
  due: ({ dueAt }) => dueAt ?? '9999',
  since: ({ since }) => since,
};

/** Rows in the order somebody asked for; equal ones stay as they were. */
export function sortedRows(rows: readonly DeskItem[], { by, descending }: Sorting): DeskItem[] {
  const valueOf = VALUES[by];
  if (valueOf === undefined) return [...rows];
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * valueOf(a).localeCompare(valueOf(b), 'zh-CN', { numeric: true }));
}
