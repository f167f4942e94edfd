import type { Field, FieldKind, FieldSchema, FormValue } from './schema.types.js';

/** Text longer than this gets a box of several lines. */
const ONE_LINE = 160;

/** The fields of an object schema, in its order. */
export function fieldsOf(schema: FieldSchema): Field[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, property]) => fieldOf(name, property, required.has(name)));
}

/** A property as a field: `anyOf [x, null]` is x that may stay empty. */
export function fieldOf(name: string, property: FieldSchema, isRequired: boolean): Field {
  const choices = property.anyOf ?? [];
  const isNullable = choices.some(({ type }) => type === 'null');
  const filled = choices.filter(({ type }) => type !== 'null');
  const { anyOf: _, ...around } = property;
  const [only] = filled;
  const schema: FieldSchema =
    filled.length === 1 && only !== undefined
      ? { ...only, ...around }
      : choices.length > 0
        ? { ...around, oneOf: filled }
        : property;
  return { name, kind: kindOf(schema), schema, isRequired: isRequired && !isNullable, isNullable };
}

function kindOf(schema: FieldSchema): FieldKind {
  if (schema.format === 'file') return 'file';
  if (schema.enum !== undefined) return 'choice';
  if (schema.oneOf !== undefined) return 'variants';
  switch (schema.type) {
    case 'boolean':
      return 'yesNo';
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return 'list';
    case 'object':
      return schema.properties === undefined ? 'unknown' : 'group';
    case 'string':
      return kindOfString(schema);
    default:
      return 'unknown';
  }
}

function kindOfString({ refers, format, maxLength }: FieldSchema): FieldKind {
  if (refers !== undefined) return 'reference';
  if (format === 'date') return 'day';
  if (format === 'date-time') return 'instant';
  return (maxLength ?? 0) > ONE_LINE ? 'paragraph' : 'text';
}

/** What a form begins with: what the schema says, else nothing entered. */
export function initialValue(schema: FieldSchema): FormValue {
  return Object.fromEntries(
    fieldsOf(schema).flatMap(({ name, kind, schema: field, isRequired }) => {
      if (field.default !== undefined) return [[name, field.default]];
      if (kind === 'group' && isRequired) return [[name, initialValue(field)]];
      if (kind === 'list') return [[name, []]];
      return [];
    }),
  );
}

/** Whether nothing can be seen in a text: blanks, joiners and marks of direction alone say nothing, as the service has it. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u.test(text);
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isBlank(value));

/** What is sent: text without blanks around it, nothing for what was left empty, `null` where that says so. */
export function sentValue(schema: FieldSchema, value: FormValue): FormValue {
  return Object.fromEntries(
    fieldsOf(schema).flatMap((field): [string, unknown][] => {
      const { name, isNullable } = field;
      const sent = sentPart(field, value[name]);
      if (sent !== undefined) return [[name, sent]];
      return isNullable && field.schema.default === undefined && schema.required?.includes(name) === true
        ? [[name, null]]
        : [];
    }),
  );
}

function sentPart({ kind, schema }: Field, value: unknown): unknown {
  if (isEmpty(value)) return undefined;
  if (typeof value === 'string') return value.trim();
  if (kind === 'group') return sentValue(schema, value as FormValue);
  if (kind === 'variants') {
    const variant = variantOf(schema, value);
    return variant === undefined ? value : sentValue(variant, value as FormValue);
  }
  if (kind === 'list' && Array.isArray(value)) return sentList(schema.items ?? {}, value);
  return value;
}

function sentList(items: FieldSchema, values: unknown[]): unknown[] {
  const item = fieldOf('', items, true);
  return values.map((value) => sentPart(item, value)).filter((value) => value !== undefined);
}

/** The possibility a value was made for: the one whose fixed properties it has. */
export function variantOf({ oneOf = [] }: FieldSchema, value: unknown): FieldSchema | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return oneOf.find(({ properties = {} }) =>
    Object.entries(properties).every(
      ([name, { const: fixed }]) => fixed === undefined || (value as FormValue)[name] === fixed,
    ),
  );
}

/** What is wrong with a field, as a key of the words of forms with what is put in. */
export interface Flaw {
  path: string;
  word: 'needed' | 'tooLong' | 'tooShort' | 'tooSmall' | 'tooLarge' | 'tooFew' | 'tooMany' | 'notLikeThat' | 'noNumber';
  n?: number;
}

/** Everything that is missing or out of bounds, in the order of the form. The service checks again. */
export function flawsOf(schema: FieldSchema, value: FormValue, at = ''): Flaw[] {
  return fieldsOf(schema).flatMap((field) => flawsOfField(field, value[field.name], joined(at, field.name)));
}

const joined = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

function flawsOfField(field: Field, value: unknown, path: string): Flaw[] {
  const { kind, schema, isRequired } = field;
  if (schema.const !== undefined) return [];
  if (kind === 'list') return flawsOfList(schema, Array.isArray(value) ? value : [], { path, isRequired });
  if (isEmpty(value)) return isRequired && schema.default === undefined ? [{ path, word: 'needed' }] : [];
  if (kind === 'group') return flawsOf(schema, value as FormValue, path);
  if (kind === 'variants') {
    const variant = variantOf(schema, value);
    return variant === undefined ? [{ path, word: 'needed' }] : flawsOf(variant, value as FormValue, path);
  }
  if (typeof value === 'string') return flawsOfText(schema, value.trim(), path);
  if (kind === 'number') return flawsOfNumber(schema, value, path);
  return [];
}

function flawsOfText({ minLength, maxLength, pattern, format }: FieldSchema, text: string, path: string): Flaw[] {
  if (maxLength !== undefined && text.length > maxLength) return [{ path, word: 'tooLong', n: maxLength }];
  if (minLength !== undefined && text.length < minLength) return [{ path, word: 'tooShort', n: minLength }];
  if (pattern !== undefined && format === undefined && !new RegExp(pattern, 'u').test(text))
    return [{ path, word: 'notLikeThat' }];
  return [];
}

function flawsOfNumber({ minimum, maximum }: FieldSchema, value: unknown, path: string): Flaw[] {
  if (typeof value !== 'number' || Number.isNaN(value)) return [{ path, word: 'noNumber' }];
  if (minimum !== undefined && value < minimum) return [{ path, word: 'tooSmall', n: minimum }];
  if (maximum !== undefined && value > maximum) return [{ path, word: 'tooLarge', n: maximum }];
  return [];
}

function flawsOfList(
  schema: FieldSchema,
  values: unknown[],
  { path, isRequired }: { path: string; isRequired: boolean },
): Flaw[] {
  const least = schema.minItems ?? 0;
  if (values.length < least) return [{ path, word: isRequired && values.length === 0 ? 'needed' : 'tooFew', n: least }];
  if (schema.maxItems !== undefined && values.length > schema.maxItems)
    return [{ path, word: 'tooMany', n: schema.maxItems }];
  const item = fieldOf('', schema.items ?? {}, true);
  return values.flatMap((value, index) => flawsOfField(item, value, `${path}.${index}`));
}
