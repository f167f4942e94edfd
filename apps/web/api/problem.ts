import type { Label } from '../words/wording.rules.js';

/** What was wrong with one field. */
export interface FieldIssue {
  path: string;
  message: string;
}

interface Problem {
  /** HTTP status; 0: the service was not reached. */
  status: number;
  /** Code of the error catalogue; `network`: no answer came. */
  code: string;
  /** What happened and what to do, in the reader's language. */
  title: string;
  detail: string;
  issues: FieldIssue[];
  /** Why an act is not possible, each a sentence. */
  reasons?: readonly Label[];
}

/** A refusal of the service, or that it was not reached. */
export class ApiProblem extends Error implements Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly issues: FieldIssue[];
  readonly reasons: readonly Label[];

  constructor({ status, code, title, detail, issues, reasons = [] }: Problem) {
    super(`${code} ${title}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.issues = issues;
    this.reasons = reasons;
  }

  /** Whether the same request may succeed later, with nothing changed. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

/** Reads a problem document (RFC 9457); whatever else came is a fault of the service. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string): string => (typeof said[name] === 'string' ? said[name] : '');
  return new ApiProblem({
    status,
    code: text('code') || (status >= 502 ? 'network' : 'internal.error'),
    title: text('title'),
    detail: text('detail'),
    issues: issuesIn(said),
    reasons: reasonsIn(said),
  });
}

function reasonsIn({ because }: Record<string, unknown>): Label[] {
  if (!Array.isArray(because)) return [];
  return (because as Partial<{ refusal: Label }>[]).flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal]));
}

function issuesIn({ issues, errors }: Record<string, unknown>): FieldIssue[] {
  const listed: unknown = issues ?? errors;
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return [];
    const { path, message } = one as Record<string, unknown>;
    return typeof message === 'string' ? [{ path: typeof path === 'string' ? path : '', message }] : [];
  });
}
