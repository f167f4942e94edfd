const DAY_MS = 86_400_000;

/** How long a notice hangs: until when, and how many days are left with today; it is over when it was taken down. */
export function noticeTime(
  { at, days, removedAt }: { at: string; days: number; removedAt: string | null },
  now: number,
): { until: string; daysLeft: number; isOpen: boolean } {
  const until = Date.parse(at) + days * DAY_MS;
  const daysLeft = Math.max(0, Math.ceil((until - now) / DAY_MS));
  return { until: new Date(until).toISOString(), daysLeft, isOpen: removedAt === null && until > now };
}
