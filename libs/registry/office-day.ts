import { localDate, presetCalendars } from '#libs/calendar';

import type { LocalDate } from './registry.vocabulary.js';

const { office } = presetCalendars();

/** Local day of an instant on the office calendar. */
export function officeDay(instant: string): LocalDate {
  if (office === undefined) throw new Error('there is no calendar named office');
  return localDate(office, instant);
}
