/** Everything a calendar, a budget or a clock can be refused for. */
export const CALENDAR_ERROR_CODES = [
  'calendar.name_invalid',
  'calendar.zone_invalid',
  'calendar.interval_invalid',
  'calendar.override_invalid',
  'calendar.year_invalid',
  'calendar.day_period_invalid',
  'calendar.contradictory',
  'calendar.no_open_time',
  'calendar.horizon_exceeded',
  'budget.invalid',
  'instant.invalid',
  'clock.out_of_order',
  'clock.extension_adds_nothing',
  'rung.invalid',
] as const;
export type CalendarErrorCode = (typeof CALENDAR_ERROR_CODES)[number];

/** Thrown when a definition, a budget or an instant makes no sense. Never thrown for a deadline that was missed. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';

  constructor(
    readonly code: CalendarErrorCode,
    message: string,
  ) {
    super(message);
  }
}
