import { z } from 'zod';

import type { ErrorCode } from '#libs/contract';
import type { Label } from '#libs/engine';

/** One possible answer of an endpoint. */
export interface AnswerSpec {
  description: string;
  /** JSON body; without it the answer has no body. */
  schema?: z.ZodType;
  /** Media type of a body that is not JSON. */
  media?: string;
  example?: unknown;
  /** Headers with their meaning. */
  headers?: Record<string, string>;
}

/** Request headers an endpoint reads, beside those that say who is asking and in which language. */
export const READ_HEADERS = ['idempotency-key', 'if-match', 'if-none-match', 'last-event-id'] as const;
export type ReadHeader = (typeof READ_HEADERS)[number];

/**
 * One endpoint: the single source of its route, of what it accepts, and of its part in the OpenAPI document.
 * `params`, `query` and `body` are strict: what is not declared is refused.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> {
  /** Name of the operation, unique. */
  operation: string;
  method: 'GET' | 'POST';
  /** With `:name` for parameters. */
  path: string;
  tag: string;
  summary: Label;
  description?: string;
  params: Params;
  query: Query;
  body: Body;
  bodyExample?: unknown;
  headers: readonly ReadHeader[];
  answers: Record<number, AnswerSpec>;
  /** Codes it may refuse with, beside those every endpoint has. */
  errors: readonly ErrorCode[];
  /** Somebody must be signed in. */
  needsPerson: boolean;
}

const NOTHING = z.strictObject({});
type Nothing = typeof NOTHING;

type Declared<P, Q, B> = Omit<Endpoint, 'params' | 'query' | 'body' | 'headers' | 'errors' | 'needsPerson'> & {
  params?: P;
  query?: Q;
  body?: B;
  headers?: readonly ReadHeader[];
  errors?: readonly ErrorCode[];
  needsPerson?: boolean;
};

/** Declares an endpoint; what is left out is empty. */
export function endpoint<P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing, B extends z.ZodType = Nothing>(
  declared: Declared<P, Q, B>,
): Endpoint<P, Q, B> {
  const { params, query, body, headers = [], errors = [], needsPerson = false, ...rest } = declared;
  return {
    ...rest,
    params: (params ?? NOTHING) as P,
    query: (query ?? NOTHING) as Q,
    body: (body ?? NOTHING) as B,
    headers,
    errors,
    needsPerson,
  };
}

/** Whether an endpoint takes a body at all. */
export function takesBody(declared: Endpoint): boolean {
  return declared.body !== NOTHING;
}
