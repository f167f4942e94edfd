export { timekeepingEntities } from './timekeeping.entity.js';
export { Remeasuring, type RemeasuringOptions } from './remeasuring.service.js';
export { Timekeeping, type EditOrder, type TimekeepingOptions } from './timekeeping.service.js';
export type {
  CalendarChange,
  CalendarVersion,
  CalendarVersionRow,
  ChangedDay,
  DayEdit,
  FinishedEdit,
  KeptByHand,
} from './timekeeping.vocabulary.js';
