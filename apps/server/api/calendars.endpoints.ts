import {
  calendarBody,
  calendarList,
  calendarParams,
  calendarsQuery,
  clockParams,
  editAnswer,
  editBody,
  explanationBody,
  previewAnswer,
  previewBody,
} from './calendars.schema.js';
import { endpoint } from './endpoint.js';

const V1 = '/api/v1';
const UNIT = { kind: 'unit', in: 'body', name: 'unit' } as const;
const EDIT_ERRORS = [
  'resource.unknown',
  'calendar.everybodys',
  'calendar.unknown',
  'calendar.version_stale',
  'calendar.nothing_changed',
  'calendar.zone_invalid',
  'calendar.interval_invalid',
  'calendar.override_invalid',
  'calendar.year_invalid',
  'calendar.contradictory',
  'calendar.no_open_time',
] as const;

const EXAMPLE = {
  unit: null,
  base: 1,
  change: { days: [{ date: '2026-11-24', open: false, label: '台风停工' }] },
};

/** Calendars of the installation and of its units, and why a clock is due when it is. */
export const calendarEndpoints = {
  listCalendars: endpoint({
    operation: 'listCalendars',
    method: 'GET',
    path: `${V1}/calendars`,
    tag: 'calendars',
    admits: 'anyone',
    summary: { zh: '现行日历', en: 'Calendars that hold at a unit' },
    description: 'Of each name the unit’s own, that of the nearest unit above, else the installation’s.',
    query: calendarsQuery,
    answers: { 200: { description: 'Calendars', schema: calendarList } },
    errors: ['resource.unknown'],
  }),
  readCalendar: endpoint({
    operation: 'readCalendar',
    method: 'GET',
    path: `${V1}/calendars/:calendar`,
    tag: 'calendars',
    admits: 'anyone',
    summary: { zh: '一个日历及其历次修改', en: 'A calendar with its edits' },
    params: calendarParams,
    query: calendarsQuery,
    answers: { 200: { description: 'Calendar', schema: calendarBody } },
    errors: ['resource.unknown', 'calendar.unknown'],
  }),
  previewCalendar: endpoint({
    operation: 'previewCalendar',
    method: 'POST',
    path: `${V1}/calendars/:calendar/preview`,
    tag: 'calendars',
    admits: { needs: 'calendars.edit', over: UNIT },
    summary: { zh: '试算修改日历的影响', en: 'What an edit would move, without doing it' },
    params: calendarParams,
    headers: ['idempotency-key'],
    body: previewBody,
    bodyExample: EXAMPLE,
    answers: { 200: { description: 'Clocks it concerns, and some that would move', schema: previewAnswer } },
    errors: EDIT_ERRORS,
  }),
  editCalendar: endpoint({
    operation: 'editCalendar',
    method: 'POST',
    path: `${V1}/calendars/:calendar`,
    tag: 'calendars',
    admits: { needs: 'calendars.edit', over: UNIT },
    summary: { zh: '修改日历', en: 'Edit a calendar' },
    description:
      'Writes the next version; a unit that has no own calendar gets one that begins like the one above. Running clocks are measured anew at once, each with an entry in its case’s journal; what was due before the edit has fired before. `base` is the newest own version its author has seen; the same edit sent again by its author is answered again and writes nothing. Those of the whole installation (`unit` null) are edited by whoever is operator at every root that has an operator.',
    params: calendarParams,
    headers: ['idempotency-key'],
    body: editBody,
    bodyExample: { ...EXAMPLE, reason: '市政府通知：台风停工一天', alsoBelow: true },
    answers: { 200: { description: 'Written versions', schema: editAnswer } },
    errors: EDIT_ERRORS,
  }),
  explainClock: endpoint({
    operation: 'explainClock',
    method: 'GET',
    path: `${V1}/cases/:id/clocks/:clock/explanation`,
    tag: 'cases',
    admits: 'anyone',
    summary: { zh: '时限为什么是这个时候', en: 'Why a clock is due when it is' },
    description:
      'Every stretch that was counted, every day that was not and why, pauses, extensions, edited calendars.',
    params: clockParams,
    answers: { 200: { description: 'Explanation', schema: explanationBody } },
    errors: ['case.unknown', 'clock.unknown'],
  }),
} as const;
