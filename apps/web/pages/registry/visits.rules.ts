/** Colour classes of households, most urgent first. Each has a shape of its own: colour never says it alone. */
export const VISIT_SHAPES = { red: '◆', orange: '▲', yellow: '■', blue: '●', green: '○' } as const satisfies Record<
  'red' | 'orange' | 'yellow' | 'blue' | 'green',
  string
>;
export type VisitColour = keyof typeof VISIT_SHAPES;

const DAY_MS = 86_400_000;

/** Whole days from a day to another, both local dates: negative when the first comes later. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export type Urgency = 'overdue' | 'today' | 'week' | 'later';

/** How soon a household has to be visited. */
export function urgencyOf(due: string, today: string): Urgency {
  const left = daysBetween(today, due);
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left <= 7 ? 'week' : 'later';
}

/** Most urgent first; what is due the same day by address. */
export function mostUrgentFirst<Held extends { due: string; address: string }>(rows: readonly Held[]): Held[] {
  return [...rows].sort(
    (one, other) =>
      one.due.localeCompare(other.due) || one.address.localeCompare(other.address, 'zh-CN', { numeric: true }),
  );
}
