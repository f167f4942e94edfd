import { z } from 'zod';

import { DURATION_UNITS, WEEKDAYS } from '#libs/calendar';

import { instant, key, label } from './page.schema.js';

const day = z.iso.date();
const wall = z.string().regex(/^\d\d:\d\d$/);
const interval = z.strictObject({ from: wall, to: wall.describe('Up to 24:00') });
const years = z.array(z.number().int());

const version = z.object({
  name: z.string(),
  unit: z.string().nullable().describe('Whose own calendar it is; null: the installation’s'),
  version: z.number().int(),
  at: instant.describe('It holds from then on'),
  reason: z.string(),
  by: z.string().nullable().describe('Name of the person; null: the program'),
  finishedAt: instant.nullable().describe('When every clock on the version before was measured anew; null: going on'),
  moved: z.number().int().describe('Cases in which a clock moved then'),
});

const calendar = z.object({
  zone: z.string(),
  roundTheClock: z.boolean(),
  week: z.record(z.enum(WEEKDAYS), z.array(interval)),
  ordinaryDay: z.array(interval),
  confirmedYears: years.describe('Years whose holidays are known'),
  exceptions: z.array(
    z.object({
      date: day,
      open: z.boolean(),
      intervals: z.array(interval).optional(),
      label: z.string().optional(),
    }),
  ),
});

const held = version.extend({ calendar });

export const calendarsQuery = z.strictObject({
  unit: key.optional().describe('Whose calendars; default: the installation’s'),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .describe('Only exceptions of this year; default: the present one and the next'),
});
export const calendarParams = z.strictObject({ calendar: key });
export const calendarList = z.object({ rows: z.array(held) }).meta({ id: 'Calendars' });
export const calendarBody = held
  .extend({ versions: z.array(version).describe('Newest first') })
  .meta({ id: 'Calendar' });

const dayEdit = z.union([
  z.strictObject({ date: day, usual: z.literal(true).describe('Again what its weekday is') }),
  z.strictObject({
    date: day,
    open: z.boolean().describe('False: a holiday; true: a make-up day'),
    intervals: z.array(interval).optional().describe('Of an opened day; default: an ordinary day'),
    label: z.string().trim().min(1).max(50).optional(),
  }),
]);

const change = z.strictObject({
  days: z.array(dayEdit).max(400).optional(),
  confirmYears: years.max(20).optional(),
  doubtYears: years.max(20).optional(),
  week: z.partialRecord(z.enum(WEEKDAYS), z.array(interval)).optional(),
  zone: z.string().max(60).optional(),
});

export const previewBody = z.strictObject({
  unit: key.nullable().describe('Whose own calendar it is or becomes; null: the installation’s'),
  base: z.number().int().min(0).describe('Version of its own that was seen; 0: it has none yet'),
  change,
});
export const editBody = previewBody.extend({
  alsoBelow: z.boolean().default(true).describe('Also in the own calendars of units below'),
  reason: z.string().trim().min(1).max(500).describe('Stands in the journal of every case whose clock moves'),
});

export const previewAnswer = z
  .object({
    clocks: z.number().int().describe('Running clocks on this calendar'),
    looked: z.number().int().describe('Cases that were looked into: those due first'),
    moved: z.array(z.object({ case: z.string(), clock: z.string(), before: instant, after: instant })),
  })
  .meta({ id: 'CalendarPreview' });
export const editAnswer = z.object({ versions: z.array(version) }).meta({ id: 'CalendarEdited' });

const amount = z.object({ amount: z.number(), unit: z.enum(DURATION_UNITS) });
const span = z.object({ from: instant, to: instant });

export const clockParams = z.strictObject({ id: key, clock: key });
export const explanationBody = z
  .object({
    clock: z.string(),
    name: z.string(),
    label,
    state: z.enum(['running', 'paused', 'due']),
    dueAt: instant,
    said: z.array(label).describe('The same in sentences, in the order of reading'),
    calendar: z.object({
      name: z.string(),
      zone: z.string(),
      unit: z.string().nullable(),
      version: z.number().int().nullable(),
    }),
    budget: z.union([amount, z.object({ until: instant })]),
    counts: z.enum(['open', 'elapsed', 'fixed']),
    armedAt: instant,
    unconfirmedYears: years,
    days: z.array(
      z.object({
        date: z.string(),
        countedMs: z.number(),
        counted: z.array(span),
        skipped: z.enum(['closedWeekday', 'closedException', 'outsideHours', 'paused']).optional(),
        exception: z.string().optional(),
        isStartDay: z.literal(true).optional(),
      }),
    ),
    isCut: z.boolean(),
    pauses: z.array(z.object({ reason: z.string(), from: instant, to: instant.nullable(), savedMs: z.number() })),
    extensions: z.array(z.object({ at: instant, by: amount, dueBefore: instant, dueAfter: instant })),
    moves: z.array(
      z.object({
        seq: z.number().int(),
        at: instant,
        before: instant,
        after: instant,
        calendar: z.string(),
        unit: z.string().nullable(),
        version: z.number().int(),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'ClockExplanation' });
export type ExplanationBody = z.infer<typeof explanationBody>;
