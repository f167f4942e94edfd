import { z } from 'zod';

import { inputIssues, isStorable, type ErrorCode } from '#libs/contract';

import { takesBody, type Endpoint } from '../api/endpoint.js';
import { refuse } from './request-refused.js';

/** What is read of a request, whatever the HTTP framework. */
export interface RawRequest {
  params: unknown;
  query: unknown;
  body: unknown;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A request as its endpoint declares it. */
export interface Parsed<E extends Endpoint> {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
  /** Present whenever the endpoint requires it. */
  key: string;
  /** Version named by If-Match. */
  ifVersion?: number;
}

/**
 * Parses a request by its endpoint's declaration.
 * @throws RequestRefused with every problem and its place.
 */
export function parseRequest<E extends Endpoint>(declared: E, request: RawRequest): Parsed<E> {
  return {
    params: read(declared.params, storable(request.params), 'request.malformed') as z.output<E['params']>,
    query: read(declared.query, storable(request.query), 'request.malformed') as z.output<E['query']>,
    key: declared.headers.includes('idempotency-key') ? idempotencyKey(request) : '',
    body: read(declared.body, bodyOf(declared, request), 'input.invalid') as z.output<E['body']>,
    ...(declared.headers.includes('if-match') ? versionNamed(request) : {}),
  };
}

function bodyOf(declared: Endpoint, { body }: RawRequest): unknown {
  if (takesBody(declared)) return body ?? {};
  if (body !== undefined && body !== null && !isEmptyObject(body))
    refuse('request.malformed', { issues: [{ path: '', message: 'takes no body', zh: '不接受正文' }] });
  return {};
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function read(schema: z.ZodType, value: unknown, code: ErrorCode): unknown {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const isCursor = parsed.error.issues.some(({ path }) => path[0] === 'cursor');
  refuse(isCursor ? 'cursor.malformed' : code, { issues: inputIssues(schema, value ?? {}) });
}

/** Parameters and queries arrive percent-encoded, so NUL and half surrogates can hide in them. */
function storable(values: unknown): unknown {
  for (const [key, value] of Object.entries((values ?? {}) as Record<string, unknown>)) {
    const texts: unknown[] = Array.isArray(value) ? value : [value];
    if ([key, ...texts].some((text) => typeof text === 'string' && !isStorable(text)))
      refuse('request.malformed', {
        issues: [{ path: key, message: 'contains characters that cannot be stored', zh: '含有无法保存的字符' }],
      });
  }
  return values;
}

const KEY = /^[\x21-\x7e]{1,200}$/;

function idempotencyKey({ headers }: RawRequest): string {
  const given = headers['idempotency-key'];
  if (given === undefined || given === '') refuse('idempotency.key_missing');
  if (typeof given !== 'string' || !KEY.test(given))
    refuse('request.malformed', {
      issues: [
        {
          path: 'Idempotency-Key',
          message: 'is not 1 to 200 visible ASCII characters',
          zh: '应当是1至200个可见的ASCII字符',
        },
      ],
    });
  return given;
}

const ETAG = /^(?:W\/)?"(\d{1,9})"$/;

function versionNamed({ headers }: RawRequest): { ifVersion?: number } {
  const given = headers['if-match'];
  if (given === undefined || given === '*') return {};
  const version = typeof given === 'string' ? ETAG.exec(given.trim())?.[1] : undefined;
  if (version === undefined)
    refuse('request.malformed', {
      issues: [{ path: 'If-Match', message: 'is not an ETag of a case', zh: '不是事项的ETag' }],
    });
  return { ifVersion: Number(version) };
}

/** The ETag of a case is its version. */
export function etagOf(version: number): string {
  return `"${String(version)}"`;
}
