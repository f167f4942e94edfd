import type { DecisionRule } from '#libs/decision';
import type { JsonObject } from '#libs/engine';

/**
 * What is registered. `resolution` (议决): what a body decided. `covenant` (公约): binds everybody of the unit. `pledge` (自律公约):
 * binds its signatories only. `procedure` (议事规则): the rules of procedure of a community.
 */
export const REGISTER_KINDS = ['resolution', 'covenant', 'pledge', 'procedure'] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

export const REGISTER_STATES = ['inForce', 'superseded', 'revoked'] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];

/** `chair`: signs for the body. `signatory`: promises for themselves. */
export const SIGNING_CAPACITIES = ['chair', 'signatory'] as const;
export type SigningCapacity = (typeof SIGNING_CAPACITIES)[number];

/** A day on the community's calendar: `2026-03-02`. */
export type LocalDate = string;

/** Somebody's name under a text. */
export interface NewSignature {
  person: string;
  capacity: SigningCapacity;
  /** The office they sign in; null for a signatory. */
  office: string | null;
  /** Whether the public list may name them. Whoever signs for a body is named in any case. */
  isNamed: boolean;
  /** An instant. */
  at: string;
}

/** Filing with the street (备案). */
export interface Filing {
  with: string;
  /** The street's number; null where it stayed silent. */
  number: string | null;
  on: LocalDate;
  /** Nobody answered in time: that is filing, and is recorded as such. */
  bySilence: boolean;
}

/** The legal check: who found it lawful, and why. */
export interface LegalCheck {
  by: string;
  on: LocalDate;
  finding: string;
}

/** What is to be entered into a register. */
export interface RegisterOrder {
  unit: string;
  kind: RegisterKind;
  /** Case it comes from: entered once, however often it is asked for. */
  caseId: string;
  /** The entry it is a new version of, and the version that was revised. */
  revises: { entry: string; version: number } | null;
  title: string;
  text: string;
  /** Fingerprint of the document kept by `Register.keepDocument`, for what is generated. */
  document: string | null;
  /** Case of the ballot or meeting, and its certificate; null for a pledge or rules of procedure. */
  decision: { caseId: string; certificate: JsonObject } | null;
  adoptedOn: LocalDate;
  inForceFrom: LocalDate;
  check: LegalCheck | null;
  filing: Filing | null;
  signatures: readonly NewSignature[];
  /** An instant. */
  at: string;
}

/** What came of an entry. */
export interface Entered {
  entry: string;
  /** 丽民社区公约〔2026〕3号 */
  number: string;
  version: number;
  digest: string;
}

/** One line of a register. */
export interface RegisterRow {
  id: string;
  unit: string;
  kind: RegisterKind;
  year: number;
  number: string;
  /** Newest version. */
  version: number;
  title: string;
  state: RegisterState;
  inForceFrom: LocalDate;
  endedOn: LocalDate | null;
  endReason: string | null;
  enteredAt: string;
}

/** One version, never altered once entered; its filing may be added once. */
export interface RegisterVersion {
  version: number;
  title: string;
  text: string;
  document: string | null;
  caseId: string;
  decidedBy: string | null;
  certificate: JsonObject | null;
  adoptedOn: LocalDate;
  inForceFrom: LocalDate;
  checkedBy: string | null;
  checkedOn: LocalDate | null;
  finding: string | null;
  filedWith: string | null;
  filingNumber: string | null;
  filedOn: LocalDate | null;
  filedBySilence: boolean | null;
  digest: string;
  enteredAt: string;
}

export interface Signature {
  entry: string;
  version: number;
  person: string;
  capacity: SigningCapacity;
  office: string | null;
  isNamed: boolean;
  signedAt: string;
  withdrawnAt: string | null;
}

/** An entry with everything about it. */
export interface RegisterEntry extends RegisterRow {
  /** Newest first. */
  versions: RegisterVersion[];
  /** Of all versions, in the order they were given. */
  signatures: Signature[];
}

/** A published version of a decision rule: never altered. */
export interface PublishedRule {
  rule: DecisionRule;
  /** Where it holds; null: the whole installation. */
  unit: string | null;
  publishedAt: string;
  publishedBy: string;
  reason: string;
  /** The version it confirms; null when numbers were published. */
  confirms: number | null;
}

/** The rule that decides on a day, and where it comes from. `source: null`: the preset of the program. */
export interface RuleInForce {
  rule: DecisionRule;
  source: Omit<PublishedRule, 'rule'> | null;
}
