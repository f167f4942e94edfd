import type { Tx } from '#libs/database';
import type { RegistryBatch, UnitId } from '#libs/registry';

/*
 * What lies outside the unit an import is for. Nothing here answers who or where: only that a name is taken, or that a record is
 * somebody else's.
 */

/** Path of the import's unit; what begins with it lies below. */
const BASE = '(select path from units where id = $2)';

/** Of these ids and codes of units, those that units outside have. */
export async function unitsElsewhere(tx: Tx, names: readonly string[], scope: UnitId): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const rows = await tx.query<{ id: string; code: string }>(
    `select id, code from units where (id = any($1) or code = any($1)) and not starts_with(path, ${BASE})`,
    [names, scope],
  );
  return new Set(rows.flatMap(({ id, code }) => [id, code]));
}

/** Of these ids and blind indexes of identity numbers, those that people registered outside have. */
export async function peopleElsewhere(
  tx: Tx,
  { ids, idIndexes }: { ids: readonly string[]; idIndexes: readonly string[] },
  scope: UnitId,
): Promise<ReadonlySet<string>> {
  if (ids.length + idIndexes.length === 0) return new Set();
  const rows = await tx.query<{ key: string }>(
    `with found as materialized (
       select id as key, id from people where id = any($1)
       union select k.key, q.id from unnest($3::text[]) k(key)
         cross join lateral (select id from people where id_index = k.key offset 0) q)
     select f.key from found f cross join lateral (select * from people where id = f.id offset 0) p
       cross join lateral (select path from units where id = p.unit offset 0) u
     where p.merged_into is null and p.erased_on is null and not starts_with(u.path, ${BASE})`,
    [ids, scope, idIndexes],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Of these people, those who hold an office outside: what they are reached by is not for one community to change. */
export async function servingElsewhere(
  tx: Tx,
  people: readonly string[],
  { unit, today }: { unit: UnitId; today: string },
): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set();
  const rows = await tx.query<{ person: string }>(
    `select distinct o.person from unnest($1::text[]) k(id)
       cross join lateral (select * from offices where person = k.id offset 0) o
       cross join lateral (select path from units where id = o.unit offset 0) u
     where (o.to_date is null or o.to_date > $3::date) and not starts_with(u.path, ${BASE})`,
    [people, unit, today],
  );
  return new Set(rows.map(({ person }) => person));
}

/** How records of each kind are led to the unit they lie at. */
const UNIT_OF = {
  units: 'select id as unit from units where id = k.id',
  people: 'select unit from people where id = k.id',
  households: 'select stairwell as unit from households where id = k.id',
  premises: 'select building as unit from premises where id = k.id',
  offices: 'select unit from offices where id = k.id',
  matters: 'select unit from matters where id = k.id',
  duties: 'select unit from duties where id = k.id',
  residences: 'select h.stairwell as unit from residences r join households h on h.id = r.household where r.id = k.id',
  delegates: 'select h.stairwell as unit from delegates d join households h on h.id = d.household where d.id = k.id',
  ownerships: 'select p.building as unit from ownerships o join premises p on p.id = o.premises where o.id = k.id',
} as const satisfies Partial<Record<keyof RegistryBatch, string>>;

type Kind = keyof typeof UNIT_OF;

/**
 * Kinds of the batch with a record that exists outside the import's unit already, or that names a person registered there. An
 * owner may live anywhere, so ownerships are judged by the flat alone.
 */
export async function kindsElsewhere(tx: Tx, batch: RegistryBatch, scope: UnitId): Promise<Kind[]> {
  const ids = new Map<Kind, Set<string>>();
  const add = (kind: Kind, given: readonly (string | undefined)[]): void => {
    const known = ids.get(kind) ?? new Set<string>();
    for (const id of given) if (id !== undefined) known.add(id);
    ids.set(kind, known);
  };
  for (const kind of Object.keys(UNIT_OF) as Kind[])
    add(
      kind,
      (batch[kind] ?? []).map(({ id }) => id),
    );
  for (const kind of ['offices', 'residences', 'delegates'] as const)
    add(
      'people',
      (batch[kind] ?? []).map(({ person }) => person),
    );
  const outside: Kind[] = [];
  for (const [kind, named] of ids) {
    if (named.size === 0) continue;
    const rows = await tx.query(
      `select 1 from unnest($1::text[]) k(id) cross join lateral (${UNIT_OF[kind]} offset 0) r
         cross join lateral (select path from units where id = r.unit offset 0) u
       where not starts_with(u.path, ${BASE}) limit 1`,
      [[...named], scope],
    );
    if (rows.length > 0) outside.push(kind);
  }
  return outside;
}

/** An office an import brought or ended: `holder` is who has it again once that is undone, `null` who loses it. */
export interface UndoneOffice {
  unit: UnitId;
  role: string;
  holder: string | null;
}

/** Offices that are taken or given back when these changes are undone. */
export async function officesOf(tx: Tx, changes: readonly string[]): Promise<UndoneOffice[]> {
  if (changes.length === 0) return [];
  return tx.query<UndoneOffice>(
    `select distinct body->>'unit' as unit, body->>'role' as role,
       case when closed_by = any($1) and not change = any($1) then body->>'person' end as holder
     from registry_versions where entity = 'office' and (change = any($1) or closed_by = any($1))`,
    [changes],
  );
}
