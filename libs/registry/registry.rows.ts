import type {
  AuthorisationRecord,
  HouseholdRecord,
  NewUnit,
  OfficeRecord,
  OwnershipRecord,
  PersonRecord,
  PremisesRecord,
  RegistryBatch,
  UnitRecord,
} from './registry.vocabulary.js';
import { pathOf } from './tree.rules.js';

/** A table as the bulk insert writes it: columns with their SQL types, and the rows as plain JSON. */
export interface TableRows {
  table: string;
  columns: Record<string, string>;
  rows: object[];
}

const PERIOD = { from_date: 'date', to_date: 'date' };

/** Gives every unit its path; `units` stand parents first, `known` holds the units already stored. */
export function withPaths(
  units: readonly NewUnit[],
  known: ReadonlyMap<string, Pick<UnitRecord, 'path'>>,
): UnitRecord[] {
  const paths = new Map<string, Pick<UnitRecord, 'path'>>(known);
  return units.map((unit) => {
    const parent = unit.parent === null ? null : (paths.get(unit.parent) ?? null);
    const record = { ...unit, path: pathOf(unit.id, parent), address: unit.address ?? null, phone: unit.phone ?? null };
    paths.set(unit.id, record);
    return record;
  });
}

function period(rows: readonly { from: string; to: string | null }[]): object[] {
  return rows.map(({ from, to, ...rest }) => ({ ...rest, from_date: from, to_date: to }));
}

const plain = (rows: readonly (PremisesRecord | HouseholdRecord | PersonRecord)[] | undefined): object[] => [
  ...(rows ?? []),
];

/** The rows of a batch, table by table, in an order that can be written. */
export function tablesOf(batch: Omit<RegistryBatch, 'units'> & { units: UnitRecord[] }): TableRows[] {
  const text = 'text';
  const ownerships: readonly OwnershipRecord[] = batch.ownerships ?? [];
  const offices: readonly OfficeRecord[] = batch.offices ?? [];
  const authorisations: readonly AuthorisationRecord[] = batch.authorisations ?? [];
  return [
    {
      table: 'units',
      columns: { id: text, parent: text, kind: text, name: text, path: text, code: text, address: text, phone: text },
      rows: batch.units,
    },
    {
      table: 'premises',
      columns: { id: text, building: text, stairwell: text, number: text, floor: 'int', area: 'int', use: text },
      rows: plain(batch.premises),
    },
    {
      table: 'households',
      columns: { id: text, building: text, stairwell: text, premises: text, flat: text, colour: text },
      rows: plain(batch.households),
    },
    {
      table: 'people',
      columns: {
        id: text,
        name: text,
        gender: text,
        birth_year: 'int',
        phone: text,
        unit: text,
        household: text,
        flags: 'text[]',
      },
      rows: (batch.people ?? []).map(({ birthYear, ...rest }) => ({ ...rest, birth_year: birthYear })),
    },
    { table: 'ownerships', columns: { id: text, premises: text, person: text, ...PERIOD }, rows: period(ownerships) },
    { table: 'offices', columns: { id: text, person: text, unit: text, role: text, ...PERIOD }, rows: period(offices) },
    {
      table: 'authorisations',
      columns: { id: text, person: text, agent: text, ...PERIOD },
      rows: period(authorisations),
    },
  ];
}

/** One statement that writes all rows of a table, given as one JSON parameter: thousands of rows in one round trip. */
export function insertStatement({ table, columns }: TableRows): string {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const typed = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  return `insert into "${table}" (${names.join(', ')}) select ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as r(${typed.join(', ')})`;
}
