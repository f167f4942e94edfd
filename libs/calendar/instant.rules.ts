import { CalendarError } from './calendar.error.js';

/** An instant: ISO 8601 in UTC with milliseconds (`2026-06-08T03:30:00.000Z`), so that text order is time order. */
export type Instant = string;

const UTC_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const DAY_MS = 86_400_000;
/** Years whose instants are read and written digit by digit; all others by the platform, which is several times slower. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
/** Days every year has in its months; the 29th of February is read by the platform. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Milliseconds since 1970 of an instant. Throws `instant.invalid` for anything that is not ISO in UTC. */
export function toMs(instant: Instant): number {
  const ms = msOfDigits(instant);
  return Number.isNaN(ms) ? msOfText(instant) : ms;
}

/** The instant of milliseconds since 1970. */
export function toInstant(ms: number): Instant {
  const day = Math.floor(ms / DAY_MS);
  if (!Number.isInteger(ms) || !(day >= 0 && day <= LAST_DAY)) return new Date(ms).toISOString();
  const rest = ms - day * DAY_MS;
  const second = Math.floor(rest / 1000);
  const minute = Math.floor(second / 60);
  return `${dateOfDay(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second % 60)}.${three(rest % 1000)}Z`;
}

const LAST_DAY = Date.UTC(LAST_YEAR, 11, 31) / DAY_MS;
const TWO = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

const two = (value: number): string => TWO[value] ?? '';
const three = (value: number): string => `${String(Math.floor(value / 100))}${two(value % 100)}`;

/** One text a day that was asked for: at most those from 1970 to the last year. */
const dates: string[] = [];

function dateOfDay(day: number): string {
  return (dates[day] ??= new Date(day * DAY_MS).toISOString().slice(0, 10));
}

function msOfText(instant: Instant): number {
  const ms = UTC_INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(ms)) throw new CalendarError('instant.invalid', `not an instant in UTC: ${instant}`);
  return ms;
}

/** NaN for everything that is not plainly an instant with milliseconds on a day that every year has. */
function msOfDigits(text: string): number {
  if (text.length !== 24 || !isPunctuated(text)) return Number.NaN;
  const year = pair(text, 0) * 100 + pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  const hour = pair(text, 11);
  const minute = pair(text, 14);
  const second = pair(text, 17);
  const ms = digit(text, 20) * 100 + pair(text, 21);
  const isDay = year >= FIRST_YEAR && year <= LAST_YEAR && day >= 1 && day <= (DAYS[month - 1] ?? 0);
  if (!isDay || !(hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN;
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

/** `____-__-__T__:__:__.___Z` */
function isPunctuated(text: string): boolean {
  return (
    text[4] === '-' &&
    text[7] === '-' &&
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === ':' &&
    text[19] === '.' &&
    text[23] === 'Z'
  );
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}

function pair(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}
