import { localDate } from '../../app/clock.js';

/** Whether an authorisation holds at an instant: it begins and ends with local days, also before eight in the morning. */
export function isInForce({ from, to }: { from: string; to: string | null }, ms: number): boolean {
  const today = localDate(ms);
  return from <= today && (to === null || to > today);
}
