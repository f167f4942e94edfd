/** Filters of the ledger, as they stand in the address. */
export const LEDGER_FILTERS = [
  'text',
  'workflow',
  'status',
  'stage',
  'unit',
  'category',
  'party',
  'overdue',
  'mine',
  'state',
  'sort',
  'bulk',
] as const;
export type LedgerFilter = (typeof LEDGER_FILTERS)[number];
export type LedgerValues = Readonly<Record<LedgerFilter, string | null>>;

const SORTS = ['created', 'changed', 'due'] as const;
export type LedgerSort = (typeof SORTS)[number];

type Question = { sort?: LedgerSort; overdue?: 'true'; mine?: 'true' } & Partial<
  Record<'text' | 'workflow' | 'status' | 'stage' | 'unit' | 'category' | 'party' | 'state', string>
>;

/** What is asked of the service; a filter that is not known to it is left out. */
export function questionOf(values: LedgerValues): Question {
  const { overdue, mine, sort, bulk: _, ...plain } = values;
  const asked = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null));
  const by = SORTS.find((one) => one === sort?.replace(/^-/, ''));
  return {
    ...asked,
    ...(overdue === null ? {} : { overdue: 'true' }),
    ...(mine === null ? {} : { mine: 'true' }),
    ...(by === undefined ? {} : { sort: by }),
  };
}

/** The last months, newest first, as `2026-03`; `now` is milliseconds since 1970. */
export function lastMonths(now: number, count: number): string[] {
  const date = new Date(now);
  return Array.from({ length: count }, (_, back) => {
    const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1));
    return first.toISOString().slice(0, 7);
  });
}
