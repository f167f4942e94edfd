import { bigramsAsked } from '#libs/contract';
import type { Tx } from '#libs/database';

import { bodyColumns, tableOf } from './record.tables.js';
import type { LocalDate, UnitRecord } from './registry.vocabulary.js';
import { BODY_KINDS } from './units.vocabulary.js';
import type { UnitId, UnitKind } from './units.vocabulary.js';

/** `select` list of whole units. */
export const unitColumns = (alias: string): string => `${bodyColumns(tableOf('unit'), alias)}, ${alias}.path`;

/** Which units to look for by name or code. */
export interface UnitQuestion {
  text: string;
  /** Only below these units; absent: everywhere. */
  within?: readonly UnitId[];
  kind?: UnitKind;
  /** Closed ones are left out on this day. */
  on: LocalDate;
  limit: number;
}

/** Units whose name contains the text or whose code begins with it, by name; if there are none, those an address names, nearest first. */
export async function findUnits(tx: Tx, { text, within, kind, on, limit }: UnitQuestion): Promise<UnitRecord[]> {
  const asked = text.normalize('NFKC').toLowerCase().trim();
  if (asked === '') return [];
  const among = (matches: string, order: string): Promise<UnitRecord[]> =>
    tx.query<UnitRecord>(
      `select ${unitColumns('u')} from units u
       where (${matches}) and (u.to_date is null or u.to_date > $3::date) and ($4::text is null or u.kind = $4)
         and ($5::text[] is null or exists (select from units top where top.id = any($5) and u.path like top.path || '%'))
       order by ${order}, u.name collate "C", u.id limit $6`,
      [bigramsAsked(asked), asked, on, kind ?? null, within ?? null, limit],
    );
  const named = await among(
    `(u.grams @> $1 and position($2 in lower(u.name)) > 0) or starts_with(lower(u.code), $2)`,
    'length(u.name)',
  );
  if (named.length > 0) return named;
  // people write where they live as on a letter: “利民小区9号楼3单元” is the stairwell “9号楼3单元” of the building before it
  return among(
    `u.grams && $1 and position(lower(u.name) in $2) > 0`,
    `(select count(*) from units above where u.path like above.path || '%' and position(lower(above.name) in $2) > 0) desc,
     length(u.name) desc`,
  );
}

/** Assemblies that serve a unit and those inside them, in force on a day. */
export async function bodiesAt(tx: Tx, unit: UnitId, on: LocalDate): Promise<UnitRecord[]> {
  return tx.query<UnitRecord>(
    `select ${unitColumns('u')} from units top join units u on u.path like top.path || '%'
     where top.id = $1 and u.kind = any($2) and (u.to_date is null or u.to_date > $3::date)
     order by array_length(string_to_array(u.path, '/'), 1), u.code`,
    [unit, BODY_KINDS, on],
  );
}
