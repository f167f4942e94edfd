import type { Tx } from '#libs/database';

import { openPerson } from './people.read.js';
import { cursorOf, partsOf } from './people.search.js';
import type { Body } from './record.tables.js';
import type { Counts, LocalDate, RegistryEntity, RegistryRecords } from './registry.vocabulary.js';
import type { UnitId } from './units.vocabulary.js';

/** A record as its history keeps it: without what is made from its place and its name. */
export type RecordOf<Entity extends RegistryEntity> = Omit<RegistryRecords[Entity], 'path' | 'address'> &
  (Entity extends 'unit' ? Pick<RegistryRecords['unit'], 'address'> : unknown);

/** What was so from a day to a day, and who said so. */
export interface Version<Entity extends RegistryEntity = RegistryEntity> {
  from: LocalDate;
  to: LocalDate | null;
  /** Taken back or replaced on the same day: it was never in force. */
  isVoid: boolean;
  change: string;
  at: string;
  by: string | null;
  source: string;
  reason: string;
  record: RecordOf<Entity>;
}

const shown = (entity: RegistryEntity, body: Body): unknown => (entity === 'person' ? openPerson(body) : body);

/** Every version of a record, oldest first. Nothing sealed is in them. */
export async function versionsOf<Entity extends RegistryEntity>(
  tx: Tx,
  entity: Entity,
  ids: readonly string[],
): Promise<Version<Entity>[]> {
  const rows = await tx.query<Version<Entity> & { body: Body }>(
    `select v.valid_from as "from", v.valid_to as "to", coalesce(v.valid_to = v.valid_from, false) as "isVoid",
       v.change, c.at, c.by, c.source, c.reason, v.body
     from registry_versions v join registry_changes c on c.id = v.change
     where v.entity = $1 and v.id = any($2) order by v.seq`,
    [entity, ids],
  );
  return rows.map(({ body, ...row }) => ({ ...row, record: shown(entity, body) as RecordOf<Entity> }));
}

/** Versions in force on the day `$2`; of records entered later, the first: what was found out later was so before. */
export const IN_FORCE = `(v.valid_to is null or v.valid_to > v.valid_from) and (v.valid_to is null or v.valid_to > $2::date)
  and (v.valid_from <= $2::date or not exists (
    select from registry_versions e where e.entity = v.entity and e.id = v.id and e.valid_from < v.valid_from
      and (e.valid_to is null or e.valid_to > e.valid_from)))`;

/** Records as they were on a day; those that were not registered yet are left out. */
export async function recordsAsOf<Entity extends RegistryEntity>(
  tx: Tx,
  entity: Entity,
  { ids, on }: { ids: readonly string[]; on: LocalDate },
): Promise<RecordOf<Entity>[]> {
  const rows = await tx.query<{ body: Body }>(
    `select v.body from registry_versions v where v.entity = $1 and v.id = any($3)
       and v.valid_from <= $2::date and (v.valid_to is null or v.valid_to > $2::date) order by v.id`,
    [entity, on, ids],
  );
  return rows.map(({ body }) => shown(entity, body) as RecordOf<Entity>);
}

/** Who changed what, newest first. */
export interface ChangeView {
  id: string;
  at: string;
  by: string | null;
  byName: string | null;
  source: string;
  reason: string;
  import: string | null;
  unit: UnitId | null;
  /** Day from which it holds. */
  on: LocalDate;
  counts: Partial<Record<RegistryEntity, Counts>>;
  undoes: string | null;
  undoneBy: string | null;
}

const CHANGE = `c.id, c.seq, c.at, c.by, p.name as "byName", c.source, c.reason, c.import, c.unit, c.on_date as "on", c.counts,
  c.undoes, c.undone_by as "undoneBy"`;

export async function changeOf(tx: Tx, id: string): Promise<ChangeView | null> {
  const [row] = await tx.query<ChangeView & { seq: number }>(
    `select ${CHANGE} from registry_changes c left join people p on p.id = c.by where c.id = $1`,
    [id],
  );
  return row === undefined ? null : withoutSeq(row);
}

function withoutSeq({ seq: _seq, ...view }: ChangeView & { seq: number }): ChangeView {
  return view;
}

/** Which changes to list. */
export interface ChangesQuestion {
  /** Made on behalf of one of these units or of a unit below. */
  within: readonly UnitId[];
  import?: string;
  limit: number;
  cursor?: string | null;
}

/** A page of changes, newest first. @throws CursorMalformed */
export async function changesOf(
  tx: Tx,
  { within, import: imported, limit, cursor }: ChangesQuestion,
): Promise<{ rows: ChangeView[]; next: string | null }> {
  const before = typeof cursor === 'string' ? Number(partsOf(cursor, 1)[0]) : null;
  const rows = await tx.query<ChangeView & { seq: number }>(
    `select ${CHANGE} from registry_changes c left join people p on p.id = c.by join units u on u.id = c.unit
     where ($2::bigint is null or c.seq < $2) and ($3::text is null or c.import = $3)
       and exists (select from units top where top.id = any($1) and u.path like top.path || '%')
     order by c.seq desc limit $4`,
    [within, before, imported ?? null, limit + 1],
  );
  const last = rows.at(limit - 1);
  const next = rows.length > limit && last !== undefined ? cursorOf(String(last.seq)) : null;
  return { rows: rows.slice(0, limit).map(withoutSeq), next };
}

/** Records a change touched, with what it made of them; at most `limit`. */
export async function touchedBy(
  tx: Tx,
  change: string,
  limit: number,
): Promise<{ entity: RegistryEntity; id: string; before: unknown; after: unknown }[]> {
  const rows = await tx.query<{ entity: RegistryEntity; id: string; before: Body | null; after: Body | null }>(
    `select coalesce(n.entity, o.entity) as entity, coalesce(n.id, o.id) as id, o.body as before, n.body as after
     from (select * from registry_versions where change = $1) n
     full join (select * from registry_versions where closed_by = $1 and change <> $1) o on o.entity = n.entity and o.id = n.id
     order by 1, 2 limit $2`,
    [change, limit],
  );
  return rows.map(({ entity, id, before, after }) => ({
    entity,
    id,
    before: before === null ? null : shown(entity, before),
    after: after === null ? null : shown(entity, after),
  }));
}
