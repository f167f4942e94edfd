import { isDate } from '#libs/registry';

import { dateOfSerial } from '../files/excel-dates.rules.js';

/** A day as it was given: to the day, or only the year. */
export interface GivenDate {
  /** Local date, `null` when only the year or month is known. */
  day: string | null;
  year: number;
}

const SPELLINGS: readonly RegExp[] = [
  /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})\.?(?:[ T].*)?$/,
  /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4}) (\d{1,2}) (\d{1,2})$/,
];
/** Only a month, or only a year. */
const PARTIAL = /^(\d{4})(?: ?年|[-./]?$|[-./](\d{1,2})$)(?: ?(\d{1,2}) ?月)?$/;

/** Days Excel could mean by a bare number: from 1900 to 2100. */
const SERIAL = /^[1-9]\d{2,4}(?:\.\d+)?$/;

/** A date in one of the spellings of offices; `null` when it is none. A serial number is what Excel makes of a date. */
export function readDate(text: string): GivenDate | null {
  for (const spelling of SPELLINGS) {
    const [, year, month, day] = spelling.exec(text) ?? [];
    if (year !== undefined && month !== undefined && day !== undefined) return dayOf(year, month, day);
  }
  const partial = PARTIAL.exec(text);
  if (partial !== null) {
    const year = Number(partial[1]);
    return isYear(year) ? { day: null, year } : readSerial(text);
  }
  return readSerial(text);
}

function readSerial(text: string): GivenDate | null {
  if (!SERIAL.test(text) || Number(text) > 73_415) return null;
  const day = dateOfSerial(Number(text));
  return day === null ? null : { day, year: Number(day.slice(0, 4)) };
}

function isYear(year: number): boolean {
  return year >= 1880 && year <= 2200;
}

function dayOf(year: string, month: string, day: string): GivenDate | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(iso) && isYear(Number(year)) ? { day: iso, year: Number(year) } : null;
}
