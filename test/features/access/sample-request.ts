import { z } from 'zod';

import type { Endpoint, SubjectKind } from '#apps/server';

interface Field {
  type?: string;
  enum?: unknown[];
  const?: string | number | boolean | null;
  anyOf?: Field[];
  minimum?: number;
  pattern?: string;
  format?: string;
}

interface Fields {
  properties?: Record<string, Field>;
  required?: string[];
}

/** An id of nothing. */
const NOTHING = '00000000-0000-4000-8000-000000000000';

function fieldsOf(schema: z.ZodType): Required<Fields> {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Fields;
  return { properties, required };
}

function sampleOf({ type, enum: values, const: only, anyOf, minimum, format }: Field): string {
  if (typeof only === 'string' || typeof only === 'number') return String(only);
  if (values !== undefined) return String(values[0]);
  const [first] = anyOf ?? [];
  if (first !== undefined) return sampleOf(first);
  if (format === 'date') return '2026-03-01';
  return type === 'integer' || type === 'number' ? String(minimum ?? 1) : NOTHING;
}

export interface SampleRequest {
  method: Endpoint['method'];
  url: string;
  body?: unknown;
}

/** A well-formed request to an endpoint about the given subject: everything else in it names nothing. */
export function sampleRequest(endpoint: Endpoint, subjects: Record<SubjectKind, string>): SampleRequest {
  const { admits, method, bodyExample } = endpoint;
  const over = typeof admits === 'object' ? admits.over : undefined;
  const subject = over === undefined ? {} : { [over.name]: subjects[over.kind] };
  const params = { ...samples(fieldsOf(endpoint.params)), ...(over?.in === 'params' ? subject : {}) };
  const query = { ...samples(fieldsOf(endpoint.query)), ...(over?.in === 'query' ? subject : {}) };
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? NOTHING));
  const search = new URLSearchParams(query).toString();
  const body =
    bodyExample === undefined ? {} : { body: { ...(bodyExample as object), ...(over?.in === 'body' ? subject : {}) } };
  return { method, url: search === '' ? path : `${path}?${search}`, ...body };
}

function samples({ properties, required }: Required<Fields>): Record<string, string> {
  return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {})]));
}
