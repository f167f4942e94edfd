import { z } from 'zod';

import { ERROR_CODES, ERRORS, type ErrorCode } from './errors.catalogue.js';
import type { InputIssue } from './input-issues.js';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const label = z.object({ zh: z.string(), en: z.string() });

/** Details of an expected "no" that a page can use: which acts are possible, which guards said no, which fields are wrong. */
export const refusalDetails = z.object({
  allowed: z.array(z.string()).optional(),
  because: z.array(z.object({ guard: z.string(), refusal: label })).optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Current version of the case. */
  version: z.number().int().optional(),
});

/** An error as it crosses the network: `application/problem+json` (RFC 9457) with the members of {@link refusalDetails}. */
export const problem = refusalDetails.extend({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.enum(ERROR_CODES as [ErrorCode, ...ErrorCode[]]),
  instance: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;

/** What is put into a sentence. */
export type Filling = string | number | Readonly<z.infer<typeof label>>;

/** A refusal as a value: what every command answers instead of throwing. */
export interface RefusalBody extends Omit<z.infer<typeof refusalDetails>, 'issues'> {
  code: ErrorCode;
  /** Each in both languages where both are known. */
  issues?: InputIssue[] | undefined;
  /** Values for the places in the catalogue's sentences; what has a name in both languages is put in by it. */
  params?: Record<string, Filling>;
}

function fill(sentence: string, params: Record<string, Filling>, language: Language): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    return typeof value === 'object' ? value[language] : String(value);
  });
}

function saidIn(language: Language, { path, message, zh }: InputIssue): { path: string; message: string } {
  return { path, message: language === 'zh' ? (zh ?? message) : message };
}

/** Turns a refusal into the problem document of one language. */
export function problemOf(refusal: RefusalBody, language: Language, instance?: string): Problem {
  const { code, params, issues, ...details } = refusal;
  const entry = ERRORS[code];
  const values = { version: details.version ?? '', ...params };
  return {
    type: `urn:minyi:problem:${code}`,
    title: fill(entry.title[language], values, language),
    status: entry.status,
    detail: fill(entry.todo[language], values, language),
    code,
    ...(instance === undefined ? {} : { instance }),
    ...details,
    ...(issues === undefined ? {} : { issues: issues.map((issue) => saidIn(language, issue)) }),
  };
}
