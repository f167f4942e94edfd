import { bigramsOf } from '#libs/contract';
import type { Tx } from '#libs/database';

import { problem } from './drafts.rules.js';
import { insertStatement, rowOf, tableOf, updateStatement } from './record.tables.js';
import type { Body } from './record.tables.js';
import type { RegistryProblem } from './registry.vocabulary.js';
import { mayStandUnder, parentsFirst, pathOf } from './tree.rules.js';
import type { UnitId, UnitKind } from './units.vocabulary.js';

const TABLE = tableOf('unit');

/** A unit as the tree needs it. */
interface Node {
  id: UnitId;
  parent: UnitId | null;
  kind: UnitKind;
  path: string;
  code: string;
}

/** Units to be written: new ones, and known ones as they were and will be. */
export interface UnitChanges {
  created: readonly Body[];
  changed: readonly { before: Body; after: Body }[];
}

type UnitBody = Body & { parent: UnitId | null; kind: UnitKind; name: string; code: string; to: string | null };
const asUnit = (body: Body): UnitBody => body as UnitBody;

async function nodesOf(tx: Tx, ids: readonly UnitId[]): Promise<Map<UnitId, Node>> {
  const rows = await tx.query<Node>('select id, parent, kind, path, code from units where id = any($1)', [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Why these units cannot stand where they would; `known` are their parents outside the change. */
function placeProblems(units: readonly UnitBody[], known: ReadonlyMap<UnitId, Node>): RegistryProblem[] {
  const kinds = new Map([...known.values(), ...units].map(({ id, kind }) => [id, kind]));
  return units.flatMap((unit) => {
    const at = { entity: 'unit', id: unit.id, field: 'parent' } as const;
    if (unit.parent === null) return [];
    const above = kinds.get(unit.parent);
    if (above === undefined)
      return [problem(at, 'registry.reference_unknown', `${unit.code}: the parent unit is not known`)];
    if (mayStandUnder(unit.kind, above)) return [];
    return [problem(at, 'registry.place_impossible', `${unit.code}: a ${unit.kind} cannot stand under a ${above}`)];
  });
}

/** Units whose kind changes must still be able to hold what stands under them. */
async function childProblems(tx: Tx, units: readonly UnitBody[]): Promise<RegistryProblem[]> {
  if (units.length === 0) return [];
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]));
  const children = await tx.query<Node>('select id, parent, kind, path, code from units where parent = any($1)', [
    [...kinds.keys()],
  ]);
  return children.flatMap(({ parent, kind }) => {
    const above = kinds.get(parent ?? '');
    if (above === undefined || mayStandUnder(kind, above)) return [];
    const at = { entity: 'unit', id: parent ?? '', field: 'kind' } as const;
    return [problem(at, 'registry.place_impossible', `a ${kind} cannot stand under a ${above}`)];
  });
}

/** A unit that is closed has nobody left: no open unit under it, no resident, no office in force on that day. */
async function closingProblems(tx: Tx, closing: readonly UnitBody[]): Promise<RegistryProblem[]> {
  if (closing.length === 0) return [];
  const rows = await tx.query<{ id: UnitId; what: string }>(
    `select distinct c.id, case when u.id is not null then 'units stand under it' when p.id is not null then 'people belong to it'
       else 'offices are held there' end as what
     from jsonb_to_recordset($1::jsonb) as c(id text, "to" date)
     left join lateral (select id from units u where u.parent = c.id and u.to_date is null and not u.id = any($2) limit 1) u on true
     left join lateral (select p.id from people p left join households h on h.id = p.household
       where p.died_on is null and p.merged_into is null and (p.unit = c.id or h.building = c.id) limit 1) p on true
     left join lateral (select o.id from offices o
       where o.unit = c.id and (o.to_date is null or o.to_date > c."to") limit 1) o on true
     where coalesce(u.id, p.id, o.id) is not null`,
    [JSON.stringify(closing.map(({ id, to }) => ({ id, to }))), closing.map(({ id }) => id)],
  );
  return rows.map(({ id, what }) => problem({ entity: 'unit', id, field: 'to' }, 'registry.unit_in_use', what));
}

const rowWith = (body: Body, path: string): object =>
  rowOf(TABLE, body, { path, grams: bigramsOf(String(body['name'])) });

/** Writes units whose places do not change, and new ones, each kind in one statement. Answers what was inserted. */
async function writeInPlace(tx: Tx, changes: UnitChanges, known: ReadonlyMap<UnitId, Node>): Promise<string[]> {
  const paths = new Map([...known.values()].map(({ id, path }) => [id, path]));
  const own = changes.changed.map(({ after }) => after);
  if (own.length > 0) {
    for (const { id, path } of (
      await nodesOf(
        tx,
        own.map(({ id }) => id),
      )
    ).values())
      paths.set(id, path);
    await tx.query(updateStatement(TABLE), [
      JSON.stringify(own.map((body) => rowWith(body, paths.get(body.id) ?? ''))),
    ]);
  }
  if (changes.created.length === 0) return [];
  const rows = parentsFirst(changes.created.map(asUnit)).ordered.map((unit) => {
    const above = unit.parent === null ? null : { path: paths.get(unit.parent) ?? '/' };
    const path = pathOf(unit.id, above);
    paths.set(unit.id, path);
    return rowWith(unit, path);
  });
  const written = await tx.query<{ id: string }>(insertStatement(TABLE), [JSON.stringify(rows)]);
  return written.map(({ id }) => id);
}

/** Writes one unit where others move, too: a parent must stand in its new place before its children are put under it. */
async function writeOne(tx: Tx, body: UnitBody, isNew: boolean): Promise<RegistryProblem | string> {
  const nodes = await nodesOf(tx, [body.id, ...(body.parent === null ? [] : [body.parent])]);
  const above = body.parent === null ? null : (nodes.get(body.parent) ?? null);
  const path = pathOf(body.id, above);
  if (isNew) {
    const [row] = await tx.query<{ id: string }>(insertStatement(TABLE), [JSON.stringify([rowWith(body, path)])]);
    return row?.id ?? '';
  }
  const old = nodes.get(body.id)?.path ?? path;
  if (above?.path.startsWith(old) === true)
    return problem({ entity: 'unit', id: body.id, field: 'parent' }, 'registry.place_impossible', 'under itself');
  await tx.query(updateStatement(TABLE), [JSON.stringify([rowWith(body, old)])]);
  if (old !== path)
    await tx.query(`update units set path = $2 || substr(path, length($1) + 1) where path like $1 || '%'`, [old, path]);
  return body.id;
}

/** What writing units came to: ids of those inserted (a code may be taken), and what is wrong. */
export interface UnitsWritten {
  inserted: string[];
  problems: RegistryProblem[];
}

/** Writes units, new and changed; where one moves, the paths of everything below it follow in one statement. */
export async function writeUnits(tx: Tx, changes: UnitChanges): Promise<UnitsWritten> {
  const after = changes.changed.map((one) => asUnit(one.after));
  const all = [...changes.created.map(asUnit), ...after];
  const { ordered, circle } = parentsFirst(all);
  const own = new Set(all.map(({ id }) => id));
  const outer = all.flatMap(({ parent }) => (parent === null || own.has(parent) ? [] : [parent]));
  const known = await nodesOf(tx, [...new Set(outer)]);
  const rekinded = changes.changed.filter((one) => one.before['kind'] !== one.after['kind']);
  const closing = changes.changed.filter((one) => one.before['to'] === null && one.after['to'] !== null);
  const problems = [
    ...circle.map(({ id }) =>
      problem({ entity: 'unit', id, field: 'parent' }, 'registry.place_impossible', 'units stand under each other'),
    ),
    ...placeProblems(ordered, known),
    ...(await childProblems(
      tx,
      rekinded.map((one) => asUnit(one.after)),
    )),
    ...(await closingProblems(
      tx,
      closing.map((one) => asUnit(one.after)),
    )),
  ];
  if (problems.length > 0) return { inserted: [], problems };
  if (changes.changed.every((one) => one.before['parent'] === one.after['parent']))
    return { inserted: await writeInPlace(tx, changes, known), problems: [] };
  const fresh = new Set(changes.created.map(({ id }) => id));
  const outcomes: (RegistryProblem | string)[] = [];
  for (const unit of ordered) outcomes.push(await writeOne(tx, unit, fresh.has(unit.id)));
  return {
    inserted: outcomes.filter((one) => typeof one === 'string'),
    problems: outcomes.filter((one) => typeof one !== 'string'),
  };
}
