import type { ClockRow } from './clocks.rules.js';
import type { DeskRow } from './desk.rules.js';

/** What other tables repeat of a case, so that lists, desks and searches need no chart. */
export interface Projection {
  parties: PartyRow[];
  lookups: LookupRow[];
  clocks: ClockRow[];
  desk: DeskRow[];
}

export interface PartyRow {
  relation: string;
  kind: 'person' | 'unit';
  subject: string;
}

export interface LookupRow {
  key: string;
  value: string;
  isUnique: boolean;
}
