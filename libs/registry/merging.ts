import type { Tx } from '#libs/database';

import { lockedBodies } from './change.writer.js';
import type { Difference } from './change.writer.js';
import { NO_CONTACT } from './contact.sealer.js';
import { problem } from './drafts.rules.js';
import { tableOf } from './record.tables.js';
import type { Body } from './record.tables.js';
import { RegistryRefused } from './registry.vocabulary.js';
import type { LocalDate, PersonId } from './registry.vocabulary.js';

/** Two records of one person: the one that speaks for both from now on, and the other one. */
export interface Merge {
  keep: PersonId;
  drop: PersonId;
}

const GROUPS: readonly (readonly string[])[] = [
  ['gender'],
  ['birthYear'],
  ['birthDate'],
  ['domicile'],
  ['diedOn'],
  ['household', 'unit'],
  ['phoneSealed', 'phoneIndex', 'phoneMask'],
  ['idSealed', 'idIndex'],
];

/** What the kept record says, filled from the other one where it is silent. Nothing it says is changed. */
export function mergedBody(keep: Body, drop: Body): Body {
  const body: Body = { ...keep };
  for (const fields of GROUPS) {
    const [first = ''] = fields;
    if (keep[first] === null) for (const field of fields) body[field] = drop[field];
  }
  body['flags'] = [...new Set([...(keep['flags'] as string[]), ...(drop['flags'] as string[])])].sort();
  return body;
}

/** What merging two people changes. Their offices, flats and stays keep the name they were entered under. */
export async function mergeDifferences(tx: Tx, { keep, drop }: Merge): Promise<Difference[]> {
  const followers = await tx.query<{ id: PersonId }>('select id from people where merged_into = $1', [drop]);
  const bodies = await lockedBodies(tx, tableOf('person'), [keep, drop, ...followers.map(({ id }) => id)]);
  const [kept, dropped] = [bodies.get(keep), bodies.get(drop)];
  const refuse = (detail: string): never => {
    throw new RegistryRefused([problem({ entity: 'person', id: drop }, 'registry.merge_impossible', detail)]);
  };
  if (kept === undefined || dropped === undefined) return refuse('one of the two is not known');
  if (keep === drop) return refuse('it is one record already');
  if (kept['mergedInto'] !== null || dropped['mergedInto'] !== null) return refuse('one of the two is merged already');
  if (kept['erasedOn'] !== null || dropped['erasedOn'] !== null) return refuse('one of the two has been erased');
  return [
    { before: kept, after: mergedBody(kept, dropped) },
    { before: dropped, after: { ...dropped, mergedInto: keep, household: null } },
    ...followers.flatMap(({ id }) => {
      const before = bodies.get(id);
      return before === undefined ? [] : [{ before, after: { ...before, mergedInto: keep } }];
    }),
  ];
}

/** Stands where a name was. */
export const ERASED_NAME = '已依法删除';

/** What is left of an erased person: the id and the year of birth, which rolls and tallies are counted with. */
function erasedFields(on: LocalDate): Record<string, unknown> {
  return {
    ...NO_CONTACT,
    name: ERASED_NAME,
    gender: null,
    birthDate: null,
    domicile: null,
    flags: [],
    erasedOn: on,
  };
}

export async function erasureDifferences(tx: Tx, ids: readonly PersonId[], on: LocalDate): Promise<Difference[]> {
  const bodies = await lockedBodies(tx, tableOf('person'), ids);
  return [...bodies.values()]
    .filter((body) => body['erasedOn'] === null)
    .map((before) => ({ before, after: { ...before, ...erasedFields(on), household: null } }));
}

/** Erases the past of people, too: what was once said of them is nowhere any more. */
export async function eraseVersions(tx: Tx, ids: readonly PersonId[], on: LocalDate): Promise<void> {
  const { erasedOn: _on, ...blank } = erasedFields(on);
  await tx.query(`update registry_versions set body = body || $2::jsonb where entity = 'person' and id = any($1)`, [
    ids,
    blank,
  ]);
}
