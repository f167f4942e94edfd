import type { Schema } from '../../api/client.js';

type Sent = Schema<'OpinionPicture'>;
/** What of the picture is shown; points are pairs. */
export type Picture = Omit<Sent, 'groups' | 'density'> & {
  groups: (Omit<Sent['groups'][number], 'centre' | 'spread'> & { centre: number[] })[];
};
export type Asked = Schema<'AskedStatements'>['rows'][number];
export type Position = -1 | 0 | 1;
type Counts = NonNullable<Picture['table'][number]['counts']>;

/** Key on the keyboard, in the order of the buttons. */
export const POSITION_KEYS: Readonly<Record<string, Position>> = { '1': 1, '2': -1, '3': 0 };

/** The statement to be answered next: one that was not answered, nor put off in this sitting; else none. */
export function nextAsked(rows: readonly Asked[], answered: ReadonlyMap<number, Position>): Asked | null {
  return rows.find(({ number, position }) => position === null && !answered.has(number)) ?? null;
}

/** How many of the statements are answered, those of this sitting included before the service has said so. */
export function answeredCount(
  { total, unanswered, rows }: { total: number; unanswered: number; rows: readonly Asked[] },
  answered: ReadonlyMap<number, Position>,
): number {
  const fresh = rows.filter(({ number, position }) => position === null && answered.has(number)).length;
  return Math.min(total, total - unanswered + fresh);
}

/** Shares of those who have seen a statement, rounded down. */
export function shares({ seen, agree, disagree }: Counts): { agree: number; disagree: number } {
  const share = (n: number): number => (seen === 0 ? 0 : Math.floor((n * 100) / seen));
  return { agree: share(agree), disagree: share(disagree) };
}

/**
 * Statements on which the groups differ most: one group agrees, another does not. The widest gap first; what all groups answer
 * alike does not divide.
 */
export function dividing({ table }: Pick<Picture, 'table'>, most = 3): Picture['table'][number][] {
  const gaps = table.flatMap((row) => {
    const agreeing = (row.byGroup ?? []).map((counts) => shares(counts).agree);
    if (agreeing.length < 2) return [];
    return [{ row, gap: Math.max(...agreeing) - Math.min(...agreeing) }];
  });
  return gaps
    .filter(({ gap }) => gap >= 30)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, most)
    .map(({ row }) => row);
}

/** A group as a circle: its area is its people, its place is that of its centre, in a square of 100. */
export interface GroupCircle {
  name: string;
  people: number;
  x: number;
  y: number;
  r: number;
}

/** Groups as circles that do not leave the square. */
export function circlesOf({ groups }: Pick<Picture, 'groups'>): GroupCircle[] {
  const total = groups.reduce((sum, { people }) => sum + people, 0);
  const reach = Math.max(0.001, ...groups.flatMap(({ centre }) => centre.map(Math.abs)));
  return groups.map(({ name, people, centre: [x = 0, y = 0] }) => {
    const r = total === 0 ? 0 : Math.max(8, 24 * Math.sqrt(people / total));
    const place = (at: number): number => 50 + (at / reach) * (50 - r);
    return { name, people, x: place(x), y: place(y), r };
  });
}
