import type { Schema } from '../../api/client.js';
import { allOf } from '../../api/closed-set.js';
import type { FieldSchema } from '../../forms/schema.types.js';
import type { Label, Words } from '../../words/words.js';

/** Kinds of units, from the highest place down; assemblies and departments after the places. */
export const UNIT_KINDS = allOf<Schema<'UnitView'>['kind']>()([
  'city',
  'district',
  'street',
  'community',
  'streetBlock',
  'neighbourhood',
  'compound',
  'courtyard',
  'grid',
  'building',
  'stairwell',
  'department',
  'company',
  'organisation',
  'association',
  'body',
  'branch',
  'group',
  'taskForce',
]);

/** How many kinds at the beginning of `UNIT_KINDS` are places. */
const PLACES = 11;
export const PLACE_KINDS: readonly string[] = UNIT_KINDS.slice(0, PLACES);

/** Assemblies by name. */
export const BODY_NAMES = allOf<NonNullable<Schema<'UnitView'>['body']>>()([
  'residentsAssembly',
  'representativesMeeting',
  'residentsGroup',
  'residentsCommittee',
  'council',
  'collectors',
  'deliberators',
  'advisers',
  'supervisors',
  'oversight',
  'partyCommittee',
  'jointPartyCommittee',
  'partyBranch',
  'ownersAssembly',
  'ownersCommittee',
  'partnerUnits',
  'neighbourhoodCouncil',
  'taskGroup',
]);

/** Offices that can be entered, those of a community first. */
export const ROLES = [
  'coordinator',
  'secretary',
  'chair',
  'recorder',
  'committeeMember',
  'member',
  'deliberator',
  'collector',
  'adviser',
  'supervisor',
  'representative',
  'groupLeader',
  'gridLeader',
  'gridMember',
  'buildingLeader',
  'stairwellLeader',
  'volunteer',
  'partner',
  'leader',
  'department',
  'duty',
  'hotline',
  'operator',
] as const;

export const OFFICE_ENDINGS = allOf<NonNullable<Schema<'Seat'>['ending']>>()([
  'termOver',
  'recalled',
  'resigned',
  'moved',
  'died',
  'replaced',
  'corrected',
]);

/** A text of a catalogue as a label with both languages, for schemas of forms. */
export function labelOf<W extends Words>(words: W, key: keyof W & string): Label {
  const [zh, en] = words[key] ?? [key, key];
  return { zh, en };
}

/** The words of one of a few values. */
export function choiceOf<W extends Words>(
  words: W,
  names: readonly (keyof W & string)[],
): Required<Pick<FieldSchema, 'type' | 'enum' | 'values'>> {
  return {
    type: 'string',
    enum: [...names],
    values: Object.fromEntries(names.map((name) => [name, labelOf(words, name)])),
  };
}

/** The word of a value that came from the service; one nobody has a word for is shown as it is. */
export function wordOr<W extends Words>(words: W, name: string): (keyof W & string) | null {
  return Object.hasOwn(words, name) ? name : null;
}
