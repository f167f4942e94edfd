import type { CalendarErrorCode } from '#libs/calendar';
import type { ErrorCode, RefusalBody } from '#libs/contract';

/** An expected "no" of this room; undoes the transaction it is thrown in. */
export class TimekeepingRefused extends Error {
  override readonly name = 'TimekeepingRefused';
  readonly refusal: RefusalBody;

  constructor(code: ErrorCode, details: Omit<RefusalBody, 'code'> = {}) {
    super(code);
    this.refusal = { code, ...details };
  }
}

/** What is wrong with a calendar, as the catalogue says it; other faults of the calendar room are nobody's input. */
export const CALENDAR_REFUSALS: Partial<Record<CalendarErrorCode, ErrorCode>> = {
  'calendar.name_invalid': 'calendar.name_invalid',
  'calendar.zone_invalid': 'calendar.zone_invalid',
  'calendar.interval_invalid': 'calendar.interval_invalid',
  'calendar.override_invalid': 'calendar.override_invalid',
  'calendar.year_invalid': 'calendar.year_invalid',
  'calendar.contradictory': 'calendar.contradictory',
  'calendar.no_open_time': 'calendar.no_open_time',
};
