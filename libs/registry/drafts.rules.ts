import { isDate } from './contact.rules.js';
import type { Body, Field, RecordTable } from './record.tables.js';
import type { RegistryEntity, RegistryProblem, RegistryProblemCode } from './registry.vocabulary.js';

/** Makes a problem of one record. */
export function problem(
  at: { entity: RegistryEntity; id: string; field?: string },
  code: RegistryProblemCode,
  detail: string,
): RegistryProblem {
  const { entity, id, field = null } = at;
  return { entity, id, field, code, detail: `${entity} ${id}: ${detail}` };
}

function isOfType(value: unknown, { type, values }: Field): boolean {
  switch (type) {
    case 'int':
      return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 2 ** 31;
    case 'date':
      return typeof value === 'string' && isDate(value);
    case 'text[]':
      return Array.isArray(value) && value.every((one) => typeof one === 'string' && (values?.includes(one) ?? true));
    case 'jsonb':
      return typeof value === 'object';
    case 'text':
      return typeof value === 'string' && value !== '' && (values?.includes(value) ?? true);
  }
}

/** A record as it would be: what is given over what is known over what holds unless said otherwise. */
export interface Draft {
  body: Body;
  problems: RegistryProblem[];
}

/** Puts a given record over the known one. Fields that are not given stay; unknown fields are left aside. */
export function draftOf(table: RecordTable, given: Body, known: Body | undefined): Draft {
  const { entity } = table;
  const body: Body = { id: given.id };
  const problems: RegistryProblem[] = [];
  for (const [name, field] of Object.entries(table.fields)) {
    const value = given[name] === undefined ? (known ? known[name] : field.fallback) : given[name];
    const at = { entity, id: given.id, field: name };
    if (value === undefined || (value === null && !field.isNullable))
      problems.push(problem(at, 'registry.field_missing', `${name} is missing`));
    else if (value !== null && given[name] !== undefined && !isOfType(value, field))
      problems.push(problem(at, 'registry.field_malformed', `${name} is malformed`));
    body[name] = field.type === 'text[]' && Array.isArray(value) ? [...new Set(value as string[])].sort() : value;
  }
  problems.push(...ruleProblems(entity, body));
  return { body, problems };
}

/** What no kind of record may say, beside the form of its fields. */
function ruleProblems(entity: RegistryEntity, body: Body): RegistryProblem[] {
  const problems: RegistryProblem[] = [];
  const { id, from, to, share, area } = body;
  if (typeof from === 'string' && typeof to === 'string' && to < from)
    problems.push(problem({ entity, id, field: 'to' }, 'registry.period_reversed', 'it ends before it begins'));
  if (typeof area === 'number' && area <= 0)
    problems.push(problem({ entity, id, field: 'area' }, 'registry.field_malformed', 'area is not positive'));
  if (entity === 'ownership' && share !== null && share !== undefined && !isShare(share))
    problems.push(problem({ entity, id, field: 'share' }, 'registry.field_malformed', 'share is no fraction up to 1'));
  return problems;
}

function isShare(share: unknown): boolean {
  const { numerator, denominator } = share as { numerator?: unknown; denominator?: unknown };
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return false;
  return (
    Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && numerator > 0 && numerator <= denominator
  );
}
