import { z } from 'zod';

import type { Capability, TokenScope } from '#libs/access';
import type { ErrorCode } from '#libs/contract';
import type { Label } from '#libs/engine';

import type { Area } from './areas.js';

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

/** What a request is about, by which its place in the tree of units is found. */
export const SUBJECT_KINDS = ['unit', 'person', 'household', 'premises', 'ballot'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Where a request names what it is about. A subject that is left out of a query is judged by the capability alone. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly in: 'params' | 'query' | 'body';
  readonly name: string;
}

/**
 * Who is let in. `anyone`: visitors too, and what they are shown is judged further inside; `signedIn`: whoever has an account,
 * about what is their own; `needs`: whoever holds an office with this capability, and with `over` holds it at or above the place
 * of the subject. Without an office 403; out of its reach 404, as if there were no such thing.
 */
export type Admits = 'anyone' | 'signedIn' | { readonly needs: Capability; readonly over?: Subject };

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
  /** Where it stands in the documentation. */
  tag: Area;
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
  admits: Admits;
  /**
   * Also while a second factor is still asked for: only what signing in consists of. Default: no.
   */
  admitsHalfSignedIn: boolean;
  /** What a token must be good for; `none`: nobody comes in with a token. Default: the capability, else reading or acting. */
  tokenScope: TokenScope | 'none';
}

const NOTHING = z.strictObject({});
type Nothing = typeof NOTHING;

type WithDefault = 'params' | 'query' | 'body' | 'headers' | 'errors' | 'admitsHalfSignedIn' | 'tokenScope';
type Declared<P, Q, B> = Omit<Endpoint, WithDefault> & {
  params?: P;
  query?: Q;
  body?: B;
  headers?: readonly ReadHeader[];
  errors?: readonly ErrorCode[];
  admitsHalfSignedIn?: boolean;
  tokenScope?: TokenScope | 'none';
};

/** Declares an endpoint; what is left out is empty. */
export function endpoint<P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing, B extends z.ZodType = Nothing>(
  declared: Declared<P, Q, B>,
): Endpoint<P, Q, B> {
  const { params, query, body, headers = [], errors = [], admitsHalfSignedIn = false, tokenScope, ...rest } = declared;
  return {
    ...rest,
    params: (params ?? NOTHING) as P,
    query: (query ?? NOTHING) as Q,
    body: (body ?? NOTHING) as B,
    headers,
    errors,
    admitsHalfSignedIn,
    tokenScope: tokenScope ?? scopeOf(rest),
  };
}

function scopeOf({ admits, method }: Pick<Endpoint, 'admits' | 'method'>): TokenScope {
  if (typeof admits === 'object') return admits.needs;
  return method === 'GET' ? 'cases.read' : 'cases.act';
}

/** Whether an endpoint takes a body at all. */
export function takesBody(declared: Endpoint): boolean {
  return declared.body !== NOTHING;
}
