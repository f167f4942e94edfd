import fc from 'fast-check';
import { z } from 'zod';

import { FreeText } from '#libs/contract';
import type { Json } from '#libs/engine';

/*
 * Inputs made from a zod schema, through its JSON Schema: a handful that cover the alternatives, or arbitrary ones.
 * Whatever a refinement of the schema refuses is left out.
 */

interface Schema {
  type?: string;
  const?: Json;
  enum?: Json[];
  /** What the schema itself names as examples: of what no type shows, such as names that a policy gives. */
  examples?: Json[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  format?: string;
  pattern?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  additionalProperties?: boolean | Schema;
}

const MOST_EXAMPLES = 12;

/** Accepted inputs that together show every alternative, as a chart receives them. */
export function examplesOf(schema: z.ZodType): Json[] {
  const raw = examples(jsonSchema(schema));
  const accepted = raw.flatMap((value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [referenced(parsed.data)] : [];
  });
  if (accepted.length === 0) throw new Error(`no example fits: ${JSON.stringify(raw[0])}`);
  return accepted;
}

/** Arbitrary accepted inputs, as a chart receives them. */
export function arbitraryOf(schema: z.ZodType): fc.Arbitrary<Json> {
  const known = examplesOf(schema);
  return fc.oneof(
    fc.constantFrom(...known),
    arbitrary(jsonSchema(schema)).map((value) => {
      const parsed = schema.safeParse(value);
      return parsed.success ? referenced(parsed.data) : (known[0] ?? null);
    }),
  );
}

function jsonSchema(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) as Schema;
}

/** What the durable layer does to free texts: an id in their place. */
function referenced(value: unknown): Json {
  if (value instanceof FreeText) return `text-${String(value.body.length)}`;
  if (Array.isArray(value)) return value.map(referenced);
  if (typeof value === 'object' && value !== null) {
    const known = Object.entries(value).filter(([, part]) => part !== undefined);
    return Object.fromEntries(known.map(([key, part]) => [key, referenced(part)]));
  }
  return value as Json;
}

function examples(schema: Schema): Json[] {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return schema.enum;
  if (schema.examples) return schema.examples;
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return alternatives.flatMap(examples);
  switch (schema.type) {
    case 'boolean':
      return [true, false];
    case 'null':
      return [null];
    case 'integer':
    case 'number':
      return numbers(schema);
    case 'array':
      return arrays(schema);
    case 'object':
      return objects(schema);
    default:
      return stringsOf(schema);
  }
}

function numbers({ minimum, exclusiveMinimum, maximum }: Schema): number[] {
  const least = minimum ?? (exclusiveMinimum === undefined ? 1 : exclusiveMinimum + 1);
  const small = Math.max(least, -1_000_000);
  return [
    ...new Set([
      small,
      Math.min(small + 1, maximum ?? small + 1),
      Math.min(maximum ?? 5, 5) >= small ? Math.min(maximum ?? 5, 5) : small,
    ]),
  ];
}

function stringOf({ format, pattern, minLength }: Schema): string {
  if (format === 'date-time') return '2026-06-10T02:00:00.000Z';
  if (format === 'date') return '2026-06-10';
  if (format === 'uuid') return '0190f2c0-0000-7000-8000-000000000001';
  if (pattern !== undefined && !new RegExp(pattern, 'u').test('p1')) {
    const fitting = ['123456', '2026-06-10', '12345-0001', 'AB12', '09:00'].find((value) =>
      new RegExp(pattern, 'u').test(value),
    );
    return fitting ?? 'p1';
  }
  return 'p1'.padEnd(minLength ?? 0, 'x');
}

/** Plain strings are ids as a rule: three different ones, so that several people can come to a meeting. */
function stringsOf(schema: Schema): string[] {
  const one = stringOf(schema);
  return one === 'p1' ? ['p1', 'p2', 'p3'] : [one];
}

function arrays({ items, minItems, maxItems }: Schema): Json[] {
  const parts = items ? examples(items) : [];
  const least = minItems ?? 0;
  const filled = parts.map((part) => Array.from({ length: Math.max(1, least) }, () => part));
  return [...(least === 0 ? [[]] : []), ...filled, parts.slice(0, Math.min(3, maxItems ?? 3))].filter(
    (list) => list.length >= least,
  );
}

/** Every example of every property at least once, then combinations up to a limit. */
function objects({ properties = {}, required = [] }: Schema): Json[] {
  let combined: Record<string, Json>[] = [{}];
  for (const [key, schema] of Object.entries(properties)) {
    const values = examples(schema);
    const withKey = combined.flatMap((object, row) =>
      combined.length * values.length <= MOST_EXAMPLES
        ? values.map((value) => ({ ...object, [key]: value }))
        : [{ ...object, [key]: values[row % values.length] ?? null }],
    );
    const missing = required.includes(key) ? [] : combined.slice(0, 1);
    combined = [...withKey, ...missing].slice(0, 2 * MOST_EXAMPLES);
  }
  return combined;
}

function arbitrary(schema: Schema): fc.Arbitrary<Json> {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return fc.oneof(...alternatives.map(arbitrary));
  if (schema.examples) return fc.constantFrom(...schema.examples);
  if (schema.type === 'object') {
    const entries = Object.entries(schema.properties ?? {}).map(([key, part]) => [key, arbitrary(part)] as const);
    return fc.record(Object.fromEntries(entries), { requiredKeys: schema.required ?? [] });
  }
  if (schema.type === 'array') {
    return fc.array(schema.items ? arbitrary(schema.items) : fc.constant(null), {
      minLength: schema.minItems ?? 0,
      maxLength: 4,
    });
  }
  if (schema.type === 'integer') return fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 10_000 });
  return fc.constantFrom(...examples(schema));
}
