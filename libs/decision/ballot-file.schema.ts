import { z } from 'zod';

import type { Certificate } from './certificate.js';
import { BASES, decisionRuleSchema, localDateSchema } from './decision-rule.schema.js';
import type { Choice } from './question.schema.js';
import { questionSchema } from './question.schema.js';
import type { Weights } from './tally.rules.js';

/*
 * The published record of a ballot: lines of canonical JSON (RFC 8785), in this order: one header; changes of the roll in the
 * order in which they were made; entries of the final roll, sorted; papers, sorted; one certificate. Written out in
 * docs/verify-a-ballot.md.
 */

export const BALLOT_FORMAT = 'minyi-ballot/1';

/** Codes of entries and papers: ASCII only, so that every language sorts them the same. */
export const CODE = /^[0-9A-Za-z][0-9A-Za-z_.:-]{0,63}$/;
/** First 32 hex digits of the SHA-256 of `minyi-tracker:` and the receipt. */
export const TRACKER = /^[0-9a-f]{32}$/;

const code = () => z.string().regex(CODE);
const instant = z.iso.datetime({ offset: false });

/** First line. */
export const ballotHeaderSchema = z.strictObject({
  format: z.literal(BALLOT_FORMAT),
  ballot: z.string().min(1).max(200),
  title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** Whose ballot it is. */
  unit: z.string().min(1).max(200),
  question: questionSchema,
  rule: decisionRuleSchema,
  /** Papers then name no entry, and all entries weigh the same. */
  secret: z.boolean(),
  /** In UTC, ending in `Z`. */
  openedAt: instant,
  closedAt: instant,
});
export type BallotHeader = z.infer<typeof ballotHeaderSchema>;

const weights = z.partialRecord(z.enum(BASES), z.int().nonnegative());

/** A change of the roll between opening and count; somebody came on when `before` is null, went when `after` is. */
export const rollChangeSchema = z.strictObject({
  /** 1, 2, 3 …, without gaps. */
  n: z.int().positive(),
  entry: code(),
  before: weights.nullable(),
  after: weights.nullable(),
  on: localDateSchema,
  /** A code, or the id of a text: no names, no free text. */
  reason: z.string().regex(CODE),
});
export interface RollChange {
  n: number;
  entry: string;
  before: Weights | null;
  after: Weights | null;
  on: string;
  reason: string;
}

/** A voting unit of the final roll. */
export interface PublishedEntry {
  entry: string;
  weights: Weights;
  /** A counted paper of this entry is among the papers. */
  took: boolean;
  /** On record as reached with the ballot. Only published where the rule gives the silent to the majority. */
  reached?: boolean;
}

/** `setAside`: contested and not counted. `withdrawn`: by the voter; its choice is not published. */
export const PAPER_STATES = ['counted', 'setAside', 'withdrawn'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** A published paper. */
export interface PublishedPaper {
  id: string;
  /** Only of named ballots. */
  entry?: string;
  /** May be null of a paper that is not counted. */
  choice: Choice | null;
  tracker: string;
  state: PaperState;
}

/** Everything that is published of a ballot. */
export interface PublishedBallot {
  header: BallotHeader;
  changes: Iterable<RollChange>;
  /** Sorted by `entry`, by code unit. */
  entries: Iterable<PublishedEntry>;
  /** Sorted by `id`, by code unit. */
  papers: Iterable<PublishedPaper>;
  certificate: Certificate;
}
