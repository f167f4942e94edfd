import { defineEntity, p } from '@mikro-orm/core';

import type { DecisionRule } from '#libs/decision';
import type { JsonObject, Label } from '#libs/engine';

import { BALLOT_STATUSES, CHANGE_GROUNDS, CHANGE_KINDS, CHANNELS, PAPER_STATES } from './ballots.vocabulary.js';
import type { BallotDoubt, BallotPolicy, EntryDoubt, RollSource, Weights } from './ballots.vocabulary.js';

const day = (column: string) => p.string().fieldName(column).columnType('date');
const instant = () => p.datetime(3);
const ids = () => p.array().$type<string[]>().columnType('text[]');
const weight = () => p.bigint('number').nullable();

/** A ballot: what is asked, of whom, under which rule, and how far it is. Its id is the id of its case. */
export const BallotEntity = defineEntity({
  name: 'Ballot',
  tableName: 'ballots',
  properties: {
    id: p.string().primary(),
    unit: p.string().index(),
    title: p.json<Label>(),
    question: p.json<JsonObject>(),
    rule: p.json<DecisionRule>(),
    roll: p.json<RollSource>(),
    secret: p.boolean(),
    policy: p.json<BallotPolicy>(),
    status: p.enum(BALLOT_STATUSES),
    /** The day the roll was taken of. */
    on: day('on_date'),
    /** Which drawing it was: the same one is not carried out twice. */
    drawing: p.string().nullable(),
    doubts: p.json<BallotDoubt[]>(),
    openedAt: instant().nullable(),
    closesAt: instant().nullable(),
    closedAt: instant().nullable(),
    countedAt: instant().nullable(),
    openingFingerprint: p.string().nullable(),
    finalFingerprint: p.string().nullable(),
    /** The decision with its certificate; null while there is none, and when too few papers came to open a secret ballot. */
    decision: p.json<JsonObject>().nullable(),
  },
});

/** A voting unit on the roll of a ballot. `key` and `casters` are ids of people: never published, blanked when they are erased. */
export const BallotEntryEntity = defineEntity({
  name: 'BallotEntry',
  tableName: 'ballot_entries',
  properties: {
    ballot: p.string().primary(),
    /** Short random code. */
    entry: p.string().primary(),
    key: p.text(),
    heads: weight(),
    /** 0.01 m². */
    area: weight(),
    households: weight(),
    members: weight(),
    present: weight(),
    casters: ids(),
    building: p.string().nullable(),
    stairwell: p.string().nullable(),
    premises: ids(),
    household: p.string().nullable(),
    doubts: p.array().$type<EntryDoubt[]>().columnType('text[]'),
    /** Its delegate or co-owner is contested: papers of it are set aside until that is settled. */
    isContested: p.boolean(),
    /** Taken off the roll after the drawing. */
    isRemoved: p.boolean(),
  },
  uniques: [{ name: 'ballot_entries_key', properties: ['ballot', 'key'] }],
  indexes: [
    {
      name: 'ballot_entries_casters',
      expression: 'create index "ballot_entries_casters" on "ballot_entries" using gin ("casters")',
    },
    { name: 'ballot_entries_place', properties: ['ballot', 'building'] },
  ],
});

/**
 * One paper of one unit, whatever the channel. Named ballots keep it; of secret ones the choice is in an envelope, and the whole
 * row is deleted when they are counted.
 */
export const BallotPaperEntity = defineEntity({
  name: 'BallotPaper',
  tableName: 'ballot_papers',
  properties: {
    ballot: p.string().primary(),
    entry: p.string().primary(),
    /** Named ballots only. Null once withdrawn. */
    choice: p.json<JsonObject>().nullable(),
    /** Secret ballots only: AES-256-GCM, all of one size. Null: an outer envelope of paper, its inner one is in the pool. */
    envelope: p.blob().nullable(),
    /** Published handle of a named paper, from the receipt; in secret ballots it is inside the envelope. */
    tracker: p.string().nullable(),
    /** Hash of the receipt in force under the ballot's salt; what a change must match. */
    lock: p.string(),
    /** The lock the latest change presented. */
    replaced: p.string().nullable(),
    /** Hash of the idempotency key of the latest cast. */
    lastKey: p.string(),
    /** Keyed hash of what that cast asked for: the same key with something else is told apart. Destroyed with the ballot's key. */
    request: p.string().nullable(),
    caster: p.string().nullable(),
    /** Staff who took it by telephone, at the door, on paper or by show of hands; and who witnessed it. */
    by: p.string().nullable(),
    witness: p.string().nullable(),
    /** File of the written waiver of secrecy, or of the scanned paper. */
    file: p.string().nullable(),
    channel: p.enum(CHANNELS),
    state: p.enum(PAPER_STATES),
    revision: p.integer(),
    castAt: instant(),
  },
  // a receipt that two papers shared would prove neither; salted by the ballot, and of no use for finding anything else
  uniques: [{ name: 'ballot_papers_receipt', properties: ['lock'] }],
});

/** Key, salt and receipt secret of a ballot, sealed by the data key. Destroyed when it is counted or void. */
export const BallotKeyEntity = defineEntity({
  name: 'BallotKey',
  tableName: 'ballot_keys',
  properties: { ballot: p.string().primary(), sealed: p.text() },
});

/** Papers of a counted secret ballot: random id, choice and tracker; no unit, no time, one transaction, in the order of the ids. */
export const BallotPublishedEntity = defineEntity({
  name: 'BallotPublished',
  tableName: 'ballot_published',
  properties: {
    ballot: p.string().primary(),
    id: p.string().primary(),
    choice: p.json<JsonObject>(),
    tracker: p.string(),
  },
});

/** Who took part in a counted secret ballot: no choice, no time, one transaction, in the order of the codes. */
export const BallotMarkEntity = defineEntity({
  name: 'BallotMark',
  tableName: 'ballot_marks',
  properties: { ballot: p.string().primary(), entry: p.string().primary() },
});

/** Changes of a roll after its drawing: proposed with a reason, approved by a second person, never altered. */
export const BallotRollChangeEntity = defineEntity({
  name: 'BallotRollChange',
  tableName: 'ballot_roll_changes',
  properties: {
    ballot: p.string().primary(),
    /** Counts within the ballot, from 1. */
    n: p.integer().primary(),
    kind: p.enum(CHANGE_KINDS),
    /** Published as the reason; the words stay inside. */
    ground: p.enum(CHANGE_GROUNDS),
    entry: p.string(),
    /** Weights before and after; null: not on the roll. */
    before: p.json<Weights>().nullable(),
    after: p.json<Weights>().nullable(),
    /** What the approval will write, with ids of people; blanked once the ballot is counted. */
    wanted: p.json<JsonObject>().nullable(),
    reason: p.text().nullable(),
    appeal: p.string().nullable(),
    state: p.enum(['proposed', 'approved', 'refused']),
    proposedBy: p.string(),
    proposedAt: instant(),
    decidedBy: p.string().nullable(),
    decidedAt: instant().nullable(),
    /** Order in which it took effect on the open roll, from 1 without gaps; null when it did not, or the vote had not begun. */
    place: p.integer().nullable(),
    /** Local date on which it took effect. */
    on: day('on_date').nullable(),
  },
});

/** Somebody says that they are missing, or that what the roll says of them is wrong. */
export const BallotAppealEntity = defineEntity({
  name: 'BallotAppeal',
  tableName: 'ballot_appeals',
  properties: {
    id: p.string().primary(),
    ballot: p.string().index(),
    person: p.string().index(),
    entry: p.string().nullable(),
    about: p.enum(['missing', 'area', 'casters', 'other']),
    text: p.text().nullable(),
    at: instant(),
    state: p.enum(['open', 'granted', 'refused']),
    answer: p.text().nullable(),
    answeredBy: p.string().nullable(),
    answeredAt: instant().nullable(),
  },
});

/** A delegate or co-owner whose right to cast is contested, and how a named person settled it. */
export const BallotContestEntity = defineEntity({
  name: 'BallotContest',
  tableName: 'ballot_contests',
  properties: {
    id: p.string().primary(),
    ballot: p.string(),
    entry: p.string(),
    by: p.string().index(),
    /** Whose right to cast is contested. */
    against: ids(),
    reason: p.text().nullable(),
    at: instant(),
    /** `counts`: the paper stands; `falls`: it does not. */
    outcome: p.enum(['counts', 'falls']).nullable(),
    ground: p.text().nullable(),
    settledBy: p.string().nullable(),
    settledAt: instant().nullable(),
  },
  indexes: [{ name: 'ballot_contests_entry', properties: ['ballot', 'entry'] }],
});

/** What one person read on a paper: of a unit, or of a numbered inner envelope of the pool. Sealed while the ballot is secret. */
export const BallotTranscriptionEntity = defineEntity({
  name: 'BallotTranscription',
  tableName: 'ballot_transcriptions',
  properties: {
    ballot: p.string().primary(),
    /** Code of the entry, or `inner:` and the number on the opened envelope. */
    slip: p.string().primary(),
    /** 1 and 2 are independent; 3 settles a difference. */
    turn: p.integer().primary(),
    by: p.string(),
    caster: p.string().nullable(),
    choice: p.text(),
    file: p.string().nullable(),
    at: instant(),
  },
});

/** A written proxy: who may cast for a unit besides its own people, until it is revoked. */
export const BallotProxyEntity = defineEntity({
  name: 'BallotProxy',
  tableName: 'ballot_proxies',
  properties: {
    id: p.string().primary(),
    ballot: p.string(),
    entry: p.string(),
    giver: p.string().index(),
    holder: p.string().index(),
    /** File of the written proxy. */
    file: p.string().nullable(),
    enteredBy: p.string(),
    at: instant(),
    revokedAt: instant().nullable(),
    revokedBy: p.string().nullable(),
  },
  indexes: [{ name: 'ballot_proxies_entry', properties: ['ballot', 'entry'] }],
});

/** Tables of this room, for the database's set-up. */
export const ballotEntities = [
  BallotEntity,
  BallotEntryEntity,
  BallotPaperEntity,
  BallotKeyEntity,
  BallotPublishedEntity,
  BallotMarkEntity,
  BallotRollChangeEntity,
  BallotAppealEntity,
  BallotContestEntity,
  BallotTranscriptionEntity,
  BallotProxyEntity,
];
