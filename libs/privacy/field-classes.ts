import { DECIDING_FIELDS } from './field-classes.deciding.js';
import { OPINION_FIELDS } from './field-classes.opinion.js';
import { REGISTRY_FIELDS } from './field-classes.registry.js';
import { TELLING_FIELDS } from './field-classes.telling.js';
import {
  BASES,
  CLASS_MEANINGS,
  ERASURE_EFFECTS,
  FIELD_CLASS_NAMES,
  PURPOSES,
  RETENTIONS,
  type FieldClass,
  type TableClasses,
} from './field-classes.vocabulary.js';
import { WORK_FIELDS } from './field-classes.work.js';

/** Every table with something about people in it, by its name. */
export const FIELD_CLASSES: Readonly<Record<string, TableClasses>> = {
  ...REGISTRY_FIELDS,
  ...WORK_FIELDS,
  ...TELLING_FIELDS,
  ...OPINION_FIELDS,
  ...DECIDING_FIELDS,
};

/** Tables in which nothing is said about anybody. */
export const IMPERSONAL_TABLES: readonly string[] = [
  'units',
  'premises',
  'matters',
  'duties',
  'routing_evidence',
  'case_clocks',
  'case_links',
  'import_progress',
  'partner_keys',
  'partner_nonces',
  'webhook_deliveries',
  'webhook_attempts',
  'workflow_fingerprints',
  'data_key_checks',
  'opinion_deliberations',
  'opinion_pictures',
  'ballot_keys',
  'ballot_published',
  'register_counters',
  'register_entries',
  'register_documents',
  'ledger_facts',
  'ledger_numbers',
  'ledger_entries',
  'ledger_digests',
  'ledger_sums',
];

/** A column that nobody has thought about, or one that is named here and not there. */
export interface Unclassified {
  table: string;
  column: string;
  problem: 'unclassified' | 'unknown' | 'twice';
}

/** What is wrong with the table of classes, given the columns there really are. */
export function unclassified(tables: Readonly<Record<string, readonly string[]>>): Unclassified[] {
  const named = Object.keys(FIELD_CLASSES).flatMap((table) => {
    const columns = tables[table];
    return columns === undefined ? [] : problemsOf(table, columns);
  });
  const forgotten = Object.entries(tables)
    .filter(([table]) => FIELD_CLASSES[table] === undefined && !IMPERSONAL_TABLES.includes(table))
    .map(([table]) => ({ table, column: '', problem: 'unclassified' as const }));
  return [...named, ...forgotten];
}

/** Class of a column; `null`: it says nothing about anybody, or is not known. */
export function classOf(table: string, column: string): FieldClass | null {
  const fields = FIELD_CLASSES[table]?.fields ?? {};
  return FIELD_CLASS_NAMES.find((name) => fields[name]?.includes(column) === true) ?? null;
}

function problemsOf(table: string, columns: readonly string[]): Unclassified[] {
  const classes = FIELD_CLASSES[table];
  const named = [...(classes?.impersonal ?? []), ...Object.values(classes?.fields ?? {}).flat()];
  return [
    ...columns
      .filter((column) => !named.includes(column))
      .map((column) => ({ table, column, problem: 'unclassified' as const })),
    ...named
      .filter((column) => !columns.includes(column))
      .map((column) => ({ table, column, problem: 'unknown' as const })),
    ...named
      .filter((column, index) => named.indexOf(column) !== index)
      .map((column) => ({ table, column, problem: 'twice' as const })),
  ];
}

/** The rows of the documentation: table, class, fields, purpose, basis, retention, what erasure does. */
export function classRows(): string[][] {
  const both = ({ zh, en }: { zh: string; en: string }): string => `${zh} · ${en}`;
  return Object.entries(FIELD_CLASSES).flatMap(([table, { purpose, basis, retention, erasure, fields }]) =>
    FIELD_CLASS_NAMES.filter((name) => (fields[name]?.length ?? 0) > 0).map((name) => [
      `\`${table}\``,
      name,
      (fields[name] ?? []).map((field) => `\`${field}\``).join(' '),
      both(PURPOSES[purpose]),
      both(BASES[basis]),
      both(RETENTIONS[retention]),
      both(ERASURE_EFFECTS[erasure]),
    ]),
  );
}

/** What the classes mean, for the documentation. */
export function classMeanings(): string[][] {
  return FIELD_CLASS_NAMES.map((name) => [`\`${name}\``, CLASS_MEANINGS[name].zh, CLASS_MEANINGS[name].en]);
}
