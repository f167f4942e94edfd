export { DURATION_UNITS } from './budget.rules.js';
export type { Amount, Budget, DurationUnit, Until } from './budget.rules.js';
export { WEEKDAYS } from './calendar.definition.js';
export type {
  Calendar,
  CalendarDefinition,
  Calendars,
  DayOverride,
  DayPeriods,
  OpenInterval,
  Weekday,
} from './calendar.definition.js';
export { CalendarError } from './calendar.error.js';
export type { CalendarErrorCode } from './calendar.error.js';
export { agreeBetween } from './agreement.rules.js';
export { chineseHolidays, PRESET_CALENDARS, presetCalendars, yearsWithHolidayPlan } from './calendar.presets.js';
export { addOpenMs, isOpen, localDate, nextOpen, openMsBetween, periodEnd } from './calendar.queries.js';
export { defineCalendar } from './calendar.rules.js';
export { armClock, extendClock, isPaused, pauseClock, resumeClock } from './clock-ledger.rules.js';
export type { ClockLedger, Counting, Extension, Hold, Pause, Run } from './clock-ledger.types.js';
export { explainClock } from './explanation.rules.js';
export type { ExplainedDay, Explanation, SkipReason } from './explanation.rules.js';
export type { Instant } from './instant.rules.js';
export { consumptionOf, dueInstantOf, dueOf, projectedDueOf } from './projection.rules.js';
export type { Consumption, Projection } from './projection.rules.js';
export { reprojectClock } from './reprojection.rules.js';
export type { Reprojected, Reprojection } from './reprojection.rules.js';
export { rungAt, rungInstantOf } from './rung.rules.js';
export type { RungPlace } from './rung.rules.js';
