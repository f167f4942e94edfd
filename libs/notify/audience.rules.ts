import type { Party, Who } from '#libs/engine';

/** A recipient of a message: a person, or everybody who holds a role at a unit but those excluded. */
export type Recipient =
  { kind: 'person'; person: string } | { kind: 'role'; role: string; unit: string; excluded: string[] };

/** A role to be looked for at the case's unit or above, still without knowing where it is held. */
export interface WantedRole {
  kind: 'wanted';
  role: string;
  excluded: string[];
}

/** Audiences of whole neighbourhoods are served by the public page, not by a message to each. */
export const BROADCAST_ROLES: readonly string[] = ['resident'];

function personsOf(parties: readonly Party[], relation: string): string[] {
  return parties.flatMap((party) => (party.relation === relation && party.person !== undefined ? [party.person] : []));
}

function unitsOf(parties: readonly Party[], relation: string): string[] {
  return parties.flatMap((party) => (party.relation === relation && party.unit !== undefined ? [party.unit] : []));
}

/** One part of an audience as recipients: relations name persons, `of` names units, a bare role is looked for later. */
function recipientsOf(who: Who, parties: readonly Party[]): (Recipient | WantedRole)[] {
  const excluded = (who.not ?? []).flatMap((relation) => personsOf(parties, relation));
  if (who.relation !== undefined) {
    const persons = personsOf(parties, who.relation).filter((person) => !excluded.includes(person));
    return persons.map((person) => ({ kind: 'person', person }));
  }
  const { role } = who;
  if (role === undefined || BROADCAST_ROLES.includes(role)) return [];
  if (who.of === undefined) return [{ kind: 'wanted', role, excluded }];
  return unitsOf(parties, who.of).map((unit) => ({ kind: 'role', role, unit, excluded }));
}

/** Everybody an audience means, each once: whoever is named is not told again through an office. */
export function audienceOf(audience: readonly Who[], parties: readonly Party[]): (Recipient | WantedRole)[] {
  const all = audience.flatMap((who) => recipientsOf(who, parties));
  const named = all.flatMap((one) => (one.kind === 'person' ? [one.person] : []));
  const once = all.map((one) =>
    one.kind === 'person' ? one : { ...one, excluded: [...new Set([...one.excluded, ...named])] },
  );
  return [...new Map(once.map((one) => [keyOf(one), one])).values()];
}

/** Key of a recipient, part of a message's id. */
export function keyOf(recipient: Recipient | WantedRole): string {
  switch (recipient.kind) {
    case 'person':
      return `p:${recipient.person}`;
    case 'role':
      return `r:${recipient.role}@${recipient.unit}`;
    case 'wanted':
      return `r:${recipient.role}`;
  }
}
