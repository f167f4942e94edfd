import type { Amount } from '#libs/calendar';
import type { JsonObject, Label } from '#libs/engine';

import type { LocalDate } from './dates.vocabulary.js';
import type { UnitId, UnitKind } from './units.vocabulary.js';

export type MatterId = string;

/** Who may decide a matter at all. */
export const COMPETENCES = ['residents', 'owners', 'department', 'nobody'] as const;
export type Competence = (typeof COMPETENCES)[number];

/** Plain guide to a matter: what to bring, what happens, with pictures. */
export interface Guide {
  text: Label;
  /** Ids of stored pictures, in order. */
  pictures: string[];
}

/** An entry of the service catalogue: a heading (with others below it) or a matter people come with. */
export interface MatterRecord {
  id: MatterId;
  parent: MatterId | null;
  /** Unit whose catalogue it is in: it holds there and below. */
  unit: UnitId;
  /** Unique within the unit's catalogue. */
  code: string;
  name: Label;
  /** What has to be answered when such a matter is reported: JSON Schema of an object. */
  questions: JsonObject | null;
  competence: Competence | null;
  /** Names of clocks with how long they run: `{ "handling": { "amount": 24, "unit": "hour" } }`. */
  limits: Record<string, Amount>;
  guide: Guide | null;
  from: LocalDate | null;
  to: LocalDate | null;
}
export type NewMatter = Pick<MatterRecord, 'id' | 'parent' | 'unit' | 'code' | 'name'> &
  Partial<Pick<MatterRecord, 'questions' | 'competence' | 'limits' | 'guide' | 'from' | 'to'>>;

/** Columns of the duty matrix. `handle`: who gets such a matter, where it is not who maintains the thing; `assist`: who helps them. */
export const DUTIES = ['build', 'patrol', 'maintain', 'approve', 'handle', 'assist'] as const;
export type Duty = (typeof DUTIES)[number];

/**
 * A field of the duty matrix: who builds, patrols, maintains or approves what belongs to a matter. The one who has the duty is a
 * unit (`assignee`), or the unit of a kind above the place in question (`assigneeKind`: the district, the community), each
 * narrowed to an office there by `role`.
 */
export interface DutyRecord {
  id: string;
  matter: MatterId;
  duty: Duty;
  /** Holds at this unit and below. */
  unit: UnitId;
  /** Only for places of this kind or inside one (`courtyard`: old courtyards). */
  placeKind: UnitKind | null;
  assignee: UnitId | null;
  assigneeKind: UnitKind | null;
  role: string | null;
  from: LocalDate | null;
  to: LocalDate | null;
}
export type NewDuty = Pick<DutyRecord, 'id' | 'matter' | 'duty' | 'unit'> &
  Partial<Pick<DutyRecord, 'placeKind' | 'assignee' | 'assigneeKind' | 'role' | 'from' | 'to'>>;
