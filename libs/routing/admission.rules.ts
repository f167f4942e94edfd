import type { LocalDate, UnitId, UnitKind } from '#libs/registry';

import type { Admission, AdmissionStatus } from './routing.vocabulary.js';

/** An entry of the register, as far as it decides. */
export interface AdmissionEntry {
  id: string;
  applicant: UnitId;
  scope: UnitId;
  status: AdmissionStatus;
  from: LocalDate | null;
  to: LocalDate | null;
}

type Line = readonly { id: UnitId; kind: UnitKind }[];

/** Who hands down what to whom. */
export interface AdmissionQuestion {
  /** Entries for the matter or one of its headings, the nearest first. */
  entries: readonly AdmissionEntry[];
  /** Whether a register is kept at the receiver or above it. */
  isKept: boolean;
  /** Lineages, lowest first. */
  from: Line;
  to: Line;
  on: LocalDate;
}

/** Kinds that stand at or within a community: what they get from above is handed down. */
const HIGHER: readonly UnitKind[] = ['city', 'district', 'street', 'department', 'company', 'organisation'];

/**
 * Whether something is handed down at all: to a community or what is in it, from outside of it. Within a community work is passed on,
 * not handed down; whoever serves several communities (a department, a street) is no community.
 */
export function isHandedDown(from: Line, to: Line): boolean {
  const receiver = to[0];
  const community = to.find(({ kind }) => kind === 'community');
  if (receiver === undefined || community === undefined || HIGHER.includes(receiver.kind)) return false;
  return from.every(({ id }) => id !== community.id);
}

/** Whether it may be (社区工作准入). Where no register is kept nothing is refused. */
export function admissionOf({ entries, isKept, from, to, on }: AdmissionQuestion): Admission {
  if (!isHandedDown(from, to)) return { admitted: true, entry: null, reason: 'not_down' };
  if (!isKept) return { admitted: true, entry: null, reason: 'no_register' };
  const own = entries.filter(
    ({ applicant, scope }) => from.some(({ id }) => id === applicant) && to.some(({ id }) => id === scope),
  );
  const admitted = own.filter(({ status }) => status === 'admitted');
  const valid = admitted.find((one) => (one.from === null || one.from <= on) && (one.to === null || one.to > on));
  if (valid !== undefined) return { admitted: true, entry: valid.id, reason: 'admitted' };
  const [past] = admitted;
  if (past !== undefined) return { admitted: false, entry: past.id, reason: 'expired' };
  const refused = own.find(({ status }) => status === 'refused');
  if (refused !== undefined) return { admitted: false, entry: refused.id, reason: 'refused' };
  return { admitted: false, entry: null, reason: 'not_admitted' };
}
