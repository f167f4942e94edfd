import { now } from './clock.js';
import { useLanguage, type Language } from './preferences.js';

/** The communities this is made for live by one clock; a visitor abroad reads theirs. */
const TIME_ZONE = 'Asia/Shanghai';

const FORMATS = {
  day: { dateStyle: 'long' },
  dayAndTime: { dateStyle: 'long', timeStyle: 'short' },
  short: { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  shortDay: { month: 'numeric', day: 'numeric' },
  weekday: { month: 'long', day: 'numeric', weekday: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  month: { year: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type TimeFormat = keyof typeof FORMATS;

// making one takes longer than all the words of a long table
const made = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<Language, Intl.RelativeTimeFormat>();

/** An instant in words; `instant` is ISO 8601. */
export function inWords(instant: string, format: TimeFormat, language: Language): string {
  const name = `${language} ${format}`;
  let formatter = made.get(name);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      ...FORMATS[format],
      timeZone: TIME_ZONE,
    });
    made.set(name, formatter);
  }
  return formatter.format(new Date(instant));
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

function relativeIn(language: Language): Intl.RelativeTimeFormat {
  const there = relatives.get(language);
  if (there !== undefined) return there;
  const relative = new Intl.RelativeTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { numeric: 'auto' });
  relatives.set(language, relative);
  return relative;
}

/** How long ago, or how long until, in the largest unit that fits. */
export function fromNow(instant: string, language: Language): string {
  const seconds = (Date.parse(instant) - now()) / 1000;
  const relative = relativeIn(language);
  for (const [unit, size] of STEPS)
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  return relative.format(0, 'minute');
}

/** The two above with the reader's language. */
export function useTimes(): {
  inWords: (instant: string, format: TimeFormat) => string;
  fromNow: (instant: string) => string;
} {
  const language = useLanguage();
  return {
    inWords: (instant, format) => inWords(instant, format, language),
    fromNow: (instant) => fromNow(instant, language),
  };
}
