import type { Amount } from '#libs/calendar';
import type { ErrorCode, RefusalBody } from '#libs/contract';
import type { Duty, DutyRecord, LocalDate, MatterId, MatterRecord, UnitId, UnitKind } from '#libs/registry';

/** A unit as routing asks about it. */
export interface RoutedUnit {
  id: UnitId;
  kind: UnitKind;
  from: LocalDate | null;
  to: LocalDate | null;
  /** Unit that took over when it was merged or closed. */
  successor?: UnitId | null;
}

/** Which matter, where and when, with what the registry knows of them. */
export interface RoutingQuestion {
  /** The matter and its headings, nearest first. */
  matters: readonly Pick<MatterRecord, 'id' | 'limits'>[];
  /** The place and what is above it, lowest first. */
  lineage: readonly RoutedUnit[];
  /** Fields of the duty matrix for any of the matters. */
  duties: readonly DutyRecord[];
  /** Every unit a field names, and who took it over, by id. */
  units: ReadonlyMap<UnitId, RoutedUnit>;
  on: LocalDate;
  /** Danger to life or property. */
  danger: boolean;
  /** Lowest unit at or above the place whose duty officer is there day and night; `null`: nobody has one. */
  dutyUnit: UnitId | null;
}

/** Fields that say who handles a matter. `handle` says it outright; where it is silent whoever maintains the thing handles it. */
export const LEADING_DUTIES = ['handle', 'maintain'] as const satisfies readonly Duty[];

/** What became of a field, and why. */
export const VERDICTS = [
  'won',
  'assists',
  'farther_matter',
  'farther_place',
  'for_all_places',
  'maintains_only',
  'same_rank',
  'not_in_force',
  'other_place',
  'other_kind_of_place',
  'unit_closed',
  'no_such_unit',
  'is_the_lead',
  'farther_assist',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One field that was considered. */
export interface Considered {
  field: string;
  duty: Duty;
  matter: MatterId;
  /** Where it holds, and for which kind of place only. */
  unit: UnitId;
  placeKind: UnitKind | null;
  /** Who has it here; `null`: nobody above the place is of the kind it names. */
  holder: UnitId | null;
  /** The unit the field names, where another has taken it over. */
  insteadOf: UnitId | null;
  verdict: Verdict;
  /** The field it lost to. */
  to: string | null;
}

/** How the owner was found. The last four are fallbacks (兜底). */
export const GROUNDS = ['matrix', 'street', 'district', 'top', 'place'] as const;
export type Ground = (typeof GROUNDS)[number];

/** A time that holds for the matter, and where it is from; `null`: from the policy of the task. */
export interface RoutedLimit {
  name: string;
  amount: Amount;
  calendar: string;
  matter: MatterId | null;
}

/** Who gets a matter. There is always an owner. */
export interface Route {
  lead: { unit: UnitId; role: string | null; ground: Ground; field: string | null };
  assists: { unit: UnitId; field: string }[];
  /** Kind of the place the lead serves: `city`, `district`, `street`, `community`… */
  tier: UnitKind | null;
  limits: RoutedLimit[];
  /** Whose duty officer is called in danger; `null`: no danger, or nobody has one. */
  emergency: { unit: UnitId } | null;
  considered: Considered[];
}

/** Whether a matter may be handed down to a community (社区工作准入). */
export interface Admission {
  admitted: boolean;
  /** Entry of the register that says so. */
  entry: string | null;
  /** `not_down`: nobody hands anything down. `no_register`: no register is kept there. */
  reason: 'admitted' | 'not_down' | 'no_register' | 'not_admitted' | 'refused' | 'expired';
}

export const ADMISSION_STATUSES = ['applied', 'admitted', 'refused', 'withdrawn'] as const;
export type AdmissionStatus = (typeof ADMISSION_STATUSES)[number];

export const PROPOSAL_STATUSES = ['open', 'accepted', 'rejected'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** An expected "no" of this room; undoes the transaction it is thrown in. */
export class RoutingRefused extends Error {
  override readonly name = 'RoutingRefused';
  readonly refusal: RefusalBody;

  constructor(code: ErrorCode, details: Omit<RefusalBody, 'code'> = {}) {
    super(code);
    this.refusal = { code, ...details };
  }
}
