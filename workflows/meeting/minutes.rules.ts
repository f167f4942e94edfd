import { z } from 'zod';

import type { Instant, Json, Label } from '#libs/engine';

import type { CalledBy, Decider, MeetingKind, MeetingLevel } from './contract.js';
import type { Item, MeetingContext, PastAmendment, PastMotion, Side } from './meeting.context.js';
import {
  AMENDMENT_ENDS,
  CALLED_BY_WORDS,
  DECIDER_WORDS,
  KIND_WORDS,
  MOTION_ENDS,
  REFERRED_WORDS,
  RESULT_WORDS,
  SIDE_WORDS,
  VERDICT_WORDS,
} from './minutes.words.js';

/*
 * Minutes written from what happened. Pure: the same meeting gives the same minutes, so that nobody can alter them; whoever
 * drafts adds remarks beside them. Persons and texts stand as ids, for the reader to name or to leave unnamed.
 */

/** A word for people and the key a program reads. */
export interface Named<Key extends string = string> {
  key: Key;
  label: Label;
}

/** How a vote went, from its certificate. */
export interface VoteMinutes {
  verdict: Named;
  provisional: boolean;
  /** Of the first base: what was counted. Null where there are options, or for a certificate of another form. */
  counts: { yes: number; no: number; abstain: number; void: number } | null;
  /** The tests of the rule in words, with every number. */
  tests: Label[];
  rule: Label | null;
  law: string | null;
}

export interface AmendmentMinutes {
  measure: string;
  mover: string;
  seconder: string | null;
  end: Named<PastAmendment['end']>;
  vote: VoteMinutes | null;
}

export interface MotionMinutes {
  measure: string;
  mover: string;
  seconder: string | null;
  amendments: AmendmentMinutes[];
  end: Named<PastMotion['end']>;
  vote: VoteMinutes | null;
}

export interface ItemMinutes {
  number: number;
  issue: string | null;
  title: string;
  result: Named<Item['status']>;
  decides: Named<Decider>;
  /** Members who left the base of the item. */
  recused: string[];
  speeches: { person: string; side: Named<Side>; at: Instant }[];
  motions: MotionMinutes[];
  /** Of an election: who stood, who was elected, how it was voted on. */
  election: { seats: number; candidates: string[]; elected: string[]; vote: VoteMinutes | null } | null;
  secret: boolean;
  voters: number | null;
  /** Id of what was adopted, and of the text that says why it ended as it did. */
  measure: string | null;
  reason: string | null;
}

export interface Minutes {
  meeting: string;
  unit: string;
  title: string;
  kind: Named<MeetingKind>;
  level: MeetingLevel;
  calledBy: Named<CalledBy>;
  startsAt: Instant;
  openedAt: Instant | null;
  endedAt: Instant | null;
  shortNotice: boolean;
  members: number;
  presence: {
    atOpening: number;
    most: number;
    atEnd: number;
    /** Everybody who was there at some time. */
    persons: string[];
    guests: string[];
    proxies: { giver: string; holder: string }[];
    /** How many counted as present after each change. */
    course: { at: Instant; present: number }[];
  };
  chair: string | null;
  items: ItemMinutes[];
  carriedOver: number;
  /** Id of the text the drafter added. */
  remarks: string | null;
  drafter: string | null;
  signer: string | null;
  signedAt: Instant | null;
}

const fraction = z.object({ numerator: z.number(), denominator: z.number(), inclusive: z.boolean() });
const comparison = z.object({ fraction, part: z.number(), whole: z.number(), met: z.boolean() });
const certificate = z.object({
  verdict: z.enum(['passed', 'failed', 'no_quorum', 'tie']),
  provisional: z.boolean().default(false),
  rule: z.object({ label: z.object({ zh: z.string(), en: z.string() }), law: z.string() }),
  tests: z.array(
    z.object({
      base: z.string(),
      counts: z.object({ yes: z.number(), no: z.number(), abstain: z.number(), void: z.number() }),
      turnout: comparison.nullable(),
      approval: comparison.nullable(),
      options: z.array(z.json()).default([]),
    }),
  ),
});
type Comparison = z.output<typeof comparison>;

const BASE_WORDS: Readonly<Record<string, Label>> = {
  heads: { zh: '人数', en: 'heads' },
  area: { zh: '专有部分面积（0.01 平方米）', en: 'exclusive area (0.01 m²)' },
  households: { zh: '户数', en: 'households' },
  members: { zh: '成员', en: 'members' },
  present: { zh: '到场', en: 'present' },
};

/** “part of whole, at least 2/3 wanted: reached”, in integers: never a rounded percent. */
function inWords(what: Label, base: string, { fraction: share, part, whole, met }: Comparison): Label {
  const { numerator, denominator, inclusive } = share;
  const named = BASE_WORDS[base] ?? { zh: base, en: base };
  const [zh, en] = inclusive ? ['不少于', 'at least'] : ['超过', 'more than'];
  return {
    zh: `${what.zh}（${named.zh}）：${String(part)} / ${String(whole)}，须${zh}${String(denominator)}分之${String(numerator)}：${met ? '达到' : '未达到'}`,
    en: `${what.en} (${named.en}): ${String(part)} of ${String(whole)}, ${en} ${String(numerator)}/${String(denominator)} wanted: ${met ? 'reached' : 'not reached'}`,
  };
}

const TURNOUT = { zh: '参加', en: 'Took part' };
const APPROVAL = { zh: '同意', en: 'In favour' };

/** A vote in words; null for what is no certificate, such as a declaration that the matter is not ours. */
export function voteMinutes(proof: Json): VoteMinutes | null {
  const read = certificate.safeParse(proof);
  if (!read.success) return null;
  const { verdict, provisional, rule, tests } = read.data;
  const [first] = tests;
  return {
    verdict: { key: verdict, label: VERDICT_WORDS[verdict] },
    provisional,
    counts: first === undefined || first.options.length > 0 ? null : first.counts,
    tests: tests.flatMap(({ base, turnout, approval }) => [
      ...(turnout === null ? [] : [inWords(TURNOUT, base, turnout)]),
      ...(approval === null ? [] : [inWords(APPROVAL, base, approval)]),
    ]),
    rule: rule.label,
    law: rule.law,
  };
}

function amendmentMinutes({ measure, mover, seconder, end, certificate: proof }: PastAmendment): AmendmentMinutes {
  return { measure, mover, seconder, end: { key: end, label: AMENDMENT_ENDS[end] }, vote: voteMinutes(proof) };
}

function motionMinutes({ measure, mover, seconder, amendments, end, certificate: proof }: PastMotion): MotionMinutes {
  return {
    measure,
    mover,
    seconder,
    amendments: amendments.map(amendmentMinutes),
    end: { key: end, label: MOTION_ENDS[end] },
    vote: voteMinutes(proof),
  };
}

/** Motions of an item; one that was on the floor when the time ran out was left undecided. */
function motionsOf({ past, motions, motion }: Item): PastMotion[] {
  if (motion === null || past.length >= motions) return past;
  const { measure, mover, seconder, past: amendments } = motion;
  return [...past, { measure, mover, seconder, amendments, end: 'undecided', certificate: null }];
}

function electionMinutes(item: Item): ItemMinutes['election'] {
  if (item.kind !== 'election') return null;
  const { seats, nominations, elected, certificate: proof } = item;
  const candidates = nominations.filter(({ accepted }) => accepted).map(({ person }) => person);
  return { seats, candidates: [...new Set([...elected, ...candidates])], elected, vote: voteMinutes(proof) };
}

function itemMinutes(item: Item, index: number): ItemMinutes {
  const { own, issue, title, status, decides, declared, speeches, secret, voters, measure, reason } = item;
  // talks that came to nothing are something else than a matter that others decide
  const isReferred = status === 'unsettled' && decides !== 'residents';
  return {
    number: index + 1,
    issue: own ? null : issue,
    title,
    result: { key: status, label: isReferred ? REFERRED_WORDS[decides] : RESULT_WORDS[status] },
    decides: { key: decides, label: DECIDER_WORDS[decides] },
    recused: [...new Set([...declared, ...item.recused])],
    speeches: speeches.map(({ person, side, at }) => ({ person, at, side: { key: side, label: SIDE_WORDS[side] } })),
    motions: motionsOf(item).map(motionMinutes),
    election: electionMinutes(item),
    secret,
    voters,
    measure,
    reason,
  };
}

function presenceOf(context: MeetingContext): Minutes['presence'] {
  const { attendance, openedAt, endedAt, attended, guests, proxies } = context;
  const until = (end: Instant | null): number =>
    end === null ? 0 : (attendance.filter(({ at }) => at <= end).at(-1)?.present ?? 0);
  return {
    atOpening: until(openedAt),
    most: Math.max(0, ...attendance.map(({ present }) => present)),
    atEnd: until(endedAt),
    persons: attended,
    guests,
    proxies: proxies.map(({ giver, holder }) => ({ giver, holder })),
    course: attendance,
  };
}

/** The minutes of a meeting as it stands: complete once it has ended. */
export function minutesOf(context: MeetingContext): Minutes {
  const { kind, calledBy, items } = context;
  return {
    meeting: context.case,
    unit: context.unit,
    title: context.title,
    kind: { key: kind, label: KIND_WORDS[kind] },
    level: context.level,
    calledBy: { key: calledBy, label: CALLED_BY_WORDS[calledBy] },
    startsAt: context.startsAt,
    openedAt: context.openedAt,
    endedAt: context.endedAt,
    shortNotice: context.shortNotice,
    members: context.members,
    presence: presenceOf(context),
    chair: context.chair,
    items: items.map(itemMinutes),
    carriedOver: items.filter(({ status }) => status === 'next_meeting').length + context.carriedBefore,
    remarks: context.minutes,
    drafter: context.drafter,
    signer: context.signer,
    signedAt: context.signedAt,
  };
}
