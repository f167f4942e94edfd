import type { Viewer } from '#libs/cases';
import type { Party, Visibility, Who } from '#libs/engine';
import { RESIDENT_ROLE } from '#libs/registry';
import type { Grant, UnitId } from '#libs/registry';

/** A person as access sees them: who, and what their offices, bodies and home amount to. */
export interface Standing {
  person: string;
  /** Other ids the person went by before records were merged: parties of older cases bear them. */
  aliases?: readonly string[];
  grants: readonly Grant[];
}

/**
 * A case as access sees it. `lineage` is its unit and everything above, in any order; `null` for a case that is to be started
 * without naming a unit: then a role counts wherever it is held. Without visibility nothing is confidential.
 */
export interface CaseSide {
  lineage: readonly UnitId[] | null;
  parties: readonly Party[];
  visibility?: Visibility;
}

/**
 * Offices that count in a confidential case although nobody named their holders: those who run the community and see to it that
 * the need is served. A chart that forgets to keep the others out does not let them in.
 */
const CONFIDED_ROLES: readonly string[] = ['coordinator', 'leader', 'duty'];

/** Why somebody may not act: nobody in `who` fits, or a relation excludes them. */
export type Denial = 'nobody_fits' | 'excluded';

export type Permission = { allowed: true; by: Who } | { allowed: false; reason: Denial };

/** Offices of a unit that is party to a case which work on it, and so read even its confidential cases. */
export const HANDLING_ROLES: readonly string[] = ['department', 'leader', 'duty'];

/** Whether the person does the work of a unit: an office of the unit that handles matters, not any office at that place. */
function worksFor(who: Standing, unit: UnitId): boolean {
  return who.grants.some(
    (grant) => grant.unit === unit && grant.held === 'office' && HANDLING_ROLES.includes(grant.role),
  );
}

/** Every id the person goes by. */
export function idsOf({ person, aliases = [] }: Standing): string[] {
  return [person, ...aliases];
}

function isMe({ person, aliases }: Standing, other: string | undefined): boolean {
  return other !== undefined && (other === person || aliases?.includes(other) === true);
}

/** Whether the person is party to the case as `relation`, in person or by doing the work of the unit that is. */
function isRelated(who: Standing, relation: string, parties: readonly Party[]): boolean {
  return parties.some(
    (party) =>
      party.relation === relation &&
      (isMe(who, party.person) || (party.unit !== undefined && worksFor(who, party.unit))),
  );
}

function holdsRole(standing: Standing, who: Who & { role: string }, side: CaseSide): boolean {
  if (who.of === undefined) {
    const { lineage } = side;
    return standing.grants.some(
      (grant) => grant.role === who.role && (lineage === null || lineage.includes(grant.unit)),
    );
  }
  const units = side.parties.filter((party) => party.relation === who.of).map((party) => party.unit);
  return standing.grants.some((grant) => grant.role === who.role && units.includes(grant.unit));
}

function fits(standing: Standing, who: Who, side: CaseSide): boolean {
  const { role, relation } = who;
  const isOfficeAlone = role !== undefined && who.of === undefined && relation === undefined;
  if (isOfficeAlone && side.visibility === 'confidential' && !CONFIDED_ROLES.includes(role)) return false;
  if (role !== undefined && !holdsRole(standing, { ...who, role }, side)) return false;
  if (relation !== undefined) return isRelated(standing, relation, side.parties);
  return role !== undefined || who.of === undefined;
}

/**
 * Who may do an act, from the act's own declaration. A role counts at the case's unit or above it; with `of` only at the very
 * unit that is party to the case; a `relation`, in `not` too, is the person's own or that of the unit whose work they do. Any
 * relation in `not` excludes. An empty `Who` means everybody, an empty list nobody.
 */
export function mayAct(standing: Standing, who: readonly Who[], side: CaseSide): Permission {
  const fitting = who.filter((one) => fits(standing, one, side));
  const free = fitting.find((one) => !(one.not ?? []).some((relation) => isRelated(standing, relation, side.parties)));
  if (free) return { allowed: true, by: free };
  return { allowed: false, reason: fitting.length > 0 ? 'excluded' : 'nobody_fits' };
}

/** Offices that may enter what somebody said on paper, by phone or at the door. */
export const ENTRY_ROLES: readonly string[] = [
  'coordinator',
  'hotline',
  'collector',
  'gridLeader',
  'gridMember',
  'recorder',
];

/** Somebody without their offices: what an authorised relative stands for. */
export function personalStanding(standing: Standing): Standing {
  const isHome = ({ held, role }: Grant): boolean => held === 'residence' && role === RESIDENT_ROLE;
  return { ...standing, grants: standing.grants.filter(isHome) };
}

/** A person acting for another one, and why that may be: an authorised relative, or an entry by staff. */
export interface OnBehalf {
  standing: Standing;
  /** The person for whom it is done has authorised the one who does it. */
  authorised: boolean;
}

/**
 * Acting for somebody: allowed when that somebody may do it *as a person* (by relation or as a resident, never by an office),
 * and the one who does it is authorised by them or enters it as staff. Exclusions hold for both: a handler enters no verdict
 * on the handler's own work.
 */
export function mayActOnBehalf(
  actor: Standing,
  behalf: OnBehalf,
  question: { who: readonly Who[]; side: CaseSide },
): Permission {
  const { who, side } = question;
  const asPerson = personalStanding(behalf.standing);
  const enters = ENTRY_ROLES.some((role) => fits(actor, { role }, side));
  if (!behalf.authorised && !enters) return { allowed: false, reason: 'nobody_fits' };
  const permission = mayAct(asPerson, who, side);
  if (!permission.allowed) return permission;
  const excluded = (permission.by.not ?? []).some((relation) => isRelated(actor, relation, side.parties));
  return excluded ? { allowed: false, reason: 'excluded' } : permission;
}

/** Offices that read internal cases of the unit they are held at and below. Residents and their helpers read public ones. */
export const STAFF_ROLES: readonly string[] = [
  'coordinator',
  'collector',
  'deliberator',
  'adviser',
  'supervisor',
  'chair',
  'secretary',
  'hotline',
  'duty',
  'operator',
  'gridLeader',
  'gridMember',
  'recorder',
  'department',
  'leader',
];

/** What a case shows to whom. `awaited` are the `who` of everything the case waits for now. */
export interface SeenSide extends CaseSide {
  visibility: Visibility;
  awaited: readonly Who[];
}

/** Offices that take in what people say and sort it: they alone read it before it is known to be anybody else's business. */
const SORTING_ROLES: readonly string[] = ['coordinator', 'collector', 'leader', 'duty', 'hotline', 'recorder'];

/**
 * Whether somebody may know that the case exists: public for all; internal for staff at or above its unit, for parties and those
 * it waits for; reserved for those who sort, not for other staff; confidential for its parties, the handlers of a unit that is
 * party, and those it waits for by office or relation (living there is no reason). No standing: nobody signed in. "No" is
 * answered as 404, never as 403.
 */
export function maySee(standing: Standing | null, seen: SeenSide): boolean {
  const { visibility } = seen;
  if (visibility === 'public') return true;
  if (!standing) return false;
  if (seen.parties.some(({ person }) => isMe(standing, person))) return true;
  const awaited = visibility === 'internal' ? standing : withoutResidence(standing);
  if (mayAct(awaited, seen.awaited, seen).allowed) return true;
  const partyUnits = seen.parties.flatMap((party) => (party.unit === undefined ? [] : [party.unit]));
  const serving = visibility === 'internal' ? STAFF_ROLES : HANDLING_ROLES;
  const serves = standing.grants.some(
    ({ role, unit, held }) => held === 'office' && serving.includes(role) && partyUnits.includes(unit),
  );
  if (serves || visibility === 'confidential') return serves;
  const reading = visibility === 'internal' ? STAFF_ROLES : SORTING_ROLES;
  return reading.some((role) => fits(standing, { role }, seen));
}

function withoutResidence(standing: Standing): Standing {
  return { ...standing, grants: standing.grants.filter((grant) => grant.held !== 'residence') };
}

/**
 * The same judgement as {@link maySee}, put as what a list compares: units whose internal cases one reads, units one works for, and
 * what waits for one's offices. Whatever a list shows, the case itself shows too, and the other way round.
 */
export function viewerOf(standing: Standing): Viewer {
  const { grants, person } = standing;
  const unitsOf = (fitting: (grant: Grant) => boolean): string[] => [
    ...new Set(grants.filter(fitting).map(({ unit }) => unit)),
  ];
  const isOffice = ({ held }: Grant): boolean => held === 'office';
  const roles = [...new Set(grants.map(({ role }) => role))];
  const awaited = roles.flatMap((role): NonNullable<Viewer['awaited']> => {
    const offices = unitsOf((grant) => grant.role === role && grant.held !== 'residence');
    return [
      // whoever reads them anyway need not be awaited; by living somewhere one sees internal cases only
      ...(STAFF_ROLES.includes(role)
        ? []
        : [{ role, units: unitsOf((grant) => grant.role === role), visibility: 'internal' as const }]),
      ...(SORTING_ROLES.includes(role) ? [] : [{ role, units: offices, visibility: 'reserved' as const }]),
      ...(CONFIDED_ROLES.includes(role) ? [{ role, units: offices, visibility: 'confidential' as const }] : []),
    ];
  });
  return {
    person,
    aliases: idsOf(standing),
    units: unitsOf(({ role }) => STAFF_ROLES.includes(role)),
    handles: unitsOf((grant) => isOffice(grant) && HANDLING_ROLES.includes(grant.role)),
    seats: unitsOf((grant) => isOffice(grant) && STAFF_ROLES.includes(grant.role)),
    sorts: unitsOf(({ role }) => SORTING_ROLES.includes(role)),
    awaited: awaited.filter(({ units }) => units.length > 0),
    offices: grants.flatMap(({ role, unit, held }) => (held === 'residence' ? [] : [{ role, unit }])),
  };
}
