import type { Ballot } from './paper.rules.js';

export type Rule = Ballot['rule'];
export type RuleTest = Rule['tests'][number];
export type Fraction = NonNullable<RuleTest['turnout']>;
export type Base = RuleTest['base'];

/** One comparison of a certificate, with every number in it. */
export interface Comparison {
  fraction: Fraction;
  part: number;
  whole: number;
  needed: number;
  met: boolean;
}

export interface Counts {
  total: number;
  participating: number;
  yes: number;
  no: number;
  abstain: number;
  void: number;
}

export interface CertifiedOption {
  id: string;
  votes: number;
  points: number | null;
  approval: Comparison | null;
}

export interface CertifiedTest {
  base: Base;
  counts: Counts;
  turnout: Comparison | null;
  approval: Comparison | null;
  options: CertifiedOption[];
}

export const VERDICTS = ['passed', 'failed', 'no_quorum', 'tie'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a page shows of a certificate. */
export interface Certificate {
  verdict: Verdict;
  provisional: boolean;
  on: string;
  tests: CertifiedTest[];
  quorum: { base: Base; atLeast: number; tookPart: number; met: boolean } | null;
  silence: { treatment: string; side: 'yes' | 'no' | null };
  winners: string[];
  contested: string[];
  vacant: number | null;
  papers: { count: number; counted: number; root: string } | null;
}

/** The certificate in a decision of the service; `null`: nothing was decided. */
export function certificateOf(decision: unknown): Certificate | null {
  if (typeof decision !== 'object' || decision === null) return null;
  const { kind, certificate } = decision as { kind?: unknown; certificate?: unknown };
  if (kind !== 'decided' || typeof certificate !== 'object' || certificate === null) return null;
  return certificate as Certificate;
}

/** Word of a fraction: the usual ones have a name of their own. */
export function fractionWord({
  numerator,
  denominator,
  inclusive,
}: Fraction): 'moreThanHalf' | 'atLeast' | 'moreThan' | 'all' {
  if (numerator === denominator) return 'all';
  if (!inclusive && numerator * 2 === denominator) return 'moreThanHalf';
  return inclusive ? 'atLeast' : 'moreThan';
}

/** 三分之二: how a fraction is read in Chinese; large numbers stay digits. */
export function fractionInChinese({ numerator, denominator }: Fraction): string {
  const digit = (n: number): string =>
    ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][n] ?? String(n);
  return `${digit(denominator)}分之${digit(numerator)}`;
}

/** A number of a base as people read it: areas are kept in 0.01 m². */
export function amountOf(base: Base, value: number): number {
  return base === 'area' ? Math.round(value / 100) : value;
}

/** How much is still missing; 0 when it is reached. Areas in 0.01 m². */
export function missing({ needed, part, met }: Comparison): number {
  return met ? 0 : Math.max(0, needed - part);
}

/** Share in percent, rounded down: 66.67 % never reads as the 67 % that would be enough. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 1000) / whole) / 10;
}

/** Where a threshold lies on a line of the whole, in percent. */
export function threshold({ numerator, denominator }: Fraction): number {
  return (numerator * 100) / denominator;
}

export interface Slice {
  key: 'yes' | 'no' | 'abstain' | 'void' | 'notVoted';
  /** Share of everybody who might have voted, in percent. */
  share: number;
  value: number;
}

/** Everybody of the roll, as they voted or did not. */
export function slicesOf({ total, participating, ...counts }: Counts): Slice[] {
  const slice = (key: Slice['key'], value: number): Slice => ({ key, value, share: percent(value, total) });
  return [
    slice('yes', counts.yes),
    slice('no', counts.no),
    slice('abstain', counts.abstain),
    slice('void', counts.void),
    slice('notVoted', total - participating),
  ];
}

/** Whole days until an instant, today included: 0 when it is over. */
export function daysLeft(until: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now) / 86_400_000));
}
