/** Months as `2026-03` from the first to the last, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const [a, b] = [numberOf(from), numberOf(to)];
  return Array.from({ length: Math.max(0, b - a + 1) }, (_, index) => monthOf(a + index));
}

/** The month `by` months later; earlier when negative. */
export const monthAfter = (month: string, by: number): string => monthOf(numberOf(month) + by);

/** The quarter a month lies in: `2026-Q1`. */
export function quarterOf(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year}-Q${Math.ceil(Number(number) / 3)}`;
}

const numberOf = (month: string): number => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
};
const monthOf = (number: number): string => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;

/** What a number on a dashboard counts. */
export interface Counted {
  unit: string;
  isStaff: boolean;
  /** The one month it is about, if it is about one. */
  month?: string | undefined;
  of?: 'opened' | 'assigned' | 'published' | 'open' | 'overdue' | 'done';
}

/** The list of matters behind a number: the account or the ledger for those who work here, the public issues for everybody else. */
export function listBehind({ unit, isStaff, month, of = 'opened' }: Counted): string {
  const isNow = of === 'open' || of === 'overdue' || of === 'done';
  const filters = new URLSearchParams({ unit });
  if (isStaff && !isNow) {
    filters.set('view', of === 'opened' ? 'open' : of);
    if (month !== undefined) filters.set('month', month);
    return `/ledger?${filters.toString()}`;
  }
  if (isNow) filters.set('status', of === 'done' ? 'done' : 'active');
  if (of === 'overdue') filters.set('overdue', 'true');
  if (isStaff) filters.set('workflow', 'issue');
  return `${isStaff ? '/ledger' : '/issues'}?${filters.toString()}`;
}

/** A table as CSV (RFC 4180) that a spreadsheet reads as UTF-8; what begins like a formula is kept from being one. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[], note: string): string {
  const cell = (value: string | number | null): string => {
    const text = value === null ? '' : String(value);
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\ufeff${[...rows, [note]].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A percentage for a chart; nothing was counted: no point. */
export const pointOf = (percent: string | null | undefined): number | null =>
  percent == null ? null : Number(percent);
