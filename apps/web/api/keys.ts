/**
 * Names under which answers are kept. The first word says what a live change touches: a change of case 7 makes everything under
 * `['case', '7']` and everything under `['lists']` be asked for anew.
 */
export const keys = {
  session: ['session'],
  me: ['me'],
  installation: ['installation'],
  case: (id: string, ...part: unknown[]) => ['case', id, ...part],
  /** Lists and numbers over many cases: desks, ledgers, homes, dashboards. */
  list: (name: string, ...part: unknown[]) => ['lists', name, ...part],
  /** What changes seldom: units, catalogue, rules, workflows, calendars. */
  book: (name: string, ...part: unknown[]) => ['books', name, ...part],
  /** One's own: account, notifications, authorisations. */
  mine: (name: string, ...part: unknown[]) => ['mine', name, ...part],
} as const;
