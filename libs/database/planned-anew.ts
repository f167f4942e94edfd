/**
 * At the beginning of a statement: it is planned for the values it is given, every time. For searches whose best way depends on
 * what is searched for; a plan kept for all values would suit none of them.
 */
export const PLANNED_ANEW = '/* planned anew */';

/** Whether a statement asks for it. */
export function isPlannedAnew(sql: string): boolean {
  return sql.startsWith(PLANNED_ANEW);
}
