export { timekeepingEntities } from './timekeeping.entity.js';
export type {
  CalendarChange,
  CalendarVersion,
  CalendarVersionRow,
  DayEdit,
  KeptByHand,
} from './timekeeping.vocabulary.js';
