import type { FormValue } from '../../forms/schema.types.js';
import type { Fraction } from './meeting.types.js';

/** A change of a document as the service tells it. */
export interface Change {
  path: string;
  before: unknown;
  after: unknown;
}

/** What a value of a rule is called, by its path without numbers: `tests.approval.numerator`. */
export type NameOf = (path: string) => string;
/** Words of single values: yes, no, nothing, and the keys of the rules. */
export type ValueOf = (value: unknown) => string;

/** `tests.0.approval.numerator` → `tests.approval.numerator`: what a field is called does not depend on which of several it is. */
export function fieldOf(path: string): string {
  return path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .join('.');
}

/** A share in words of numbers: `2/3`, with whether it is enough to reach it. */
export function isFraction(value: unknown): value is Fraction {
  return (
    typeof value === 'object' &&
    value !== null &&
    'numerator' in value &&
    'denominator' in value &&
    'inclusive' in value
  );
}

export interface ChangeInWords {
  path: string;
  name: string;
  before: string;
  after: string;
}

/** Every change as old → new. Fields of a share that changed together are one change: nobody reads a numerator alone. */
export function changesInWords(changes: readonly Change[], nameOf: NameOf, valueOf: ValueOf): ChangeInWords[] {
  return changes.map(({ path, before, after }) => ({
    path,
    name: nameOf(fieldOf(path)),
    before: valueOf(before),
    after: valueOf(after),
  }));
}

/** What differs between two documents, as paths with both values: for a draft nobody has sent yet. */
export function differences(before: unknown, after: unknown, path = ''): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isPlain(before) || !isPlain(after) || isFraction(before) || isFraction(after)) return [{ path, before, after }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => differences(before[name], after[name], path === '' ? name : `${path}.${name}`));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Schema of a field by its path, for its words. */
interface Worded {
  properties?: Record<string, Worded>;
  items?: Worded;
  anyOf?: Worded[];
  label?: { zh: string; en: string };
  values?: Record<string, { zh: string; en: string }>;
}

/** The schema a path leads to, through lists and what may be empty; `undefined` where it leads nowhere. */
export function schemaAt(schema: Worded | undefined, path: string): Worded | undefined {
  let at = schema;
  for (const part of path.split('.').filter((one) => one !== '' && !/^\d+$/.test(one))) at = stepInto(at, part);
  return at;
}

function stepInto(schema: Worded | undefined, part: string): Worded | undefined {
  if (schema === undefined) return undefined;
  const found = schema.properties?.[part];
  if (found !== undefined) return found;
  for (const inner of [schema.items, ...(schema.anyOf ?? [])]) {
    const within = stepInto(inner, part);
    if (within !== undefined) return within;
  }
  return undefined;
}

/**
 * What somebody entered, put on a version that came meanwhile: fields they left as they had seen them are as in the newest one, so
 * that nobody takes back by accident what a colleague has changed.
 */
export function rebased({ seen, mine, newest }: Readonly<Record<'seen' | 'mine' | 'newest', FormValue>>): FormValue {
  return Object.fromEntries(
    Object.keys({ ...newest, ...mine }).flatMap((key): [string, unknown][] => {
      const [before, own, next] = [seen[key], mine[key], newest[key]];
      if (JSON.stringify(own) === JSON.stringify(before)) return key in newest ? [[key, next]] : [];
      return [
        [
          key,
          isGroup(before) && isGroup(own) && isGroup(next) ? rebased({ seen: before, mine: own, newest: next }) : own,
        ],
      ];
    }),
  );
}

const isGroup = (value: unknown): value is FormValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
