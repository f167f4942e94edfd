import { createHash } from 'node:crypto';

import type { Database } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';

import { admittedOf, holdOpen } from './admission.sql.js';
import { askedInOrder } from './asking.rules.js';
import { OpinionRefused } from './opinion.refused.js';
import type { AskedStatement, ModeratedStatement, OwnStatement, StatementState } from './opinion.vocabulary.js';
import { positionsOf, seenOf } from './positions.sql.js';
import {
  decideStatement,
  insertStatement,
  moderationQueue,
  ownStatements,
  shownOf,
  standingBefore,
  statementOf,
  writeMerge,
  type StoredStatement,
} from './statements.sql.js';

/** Somebody is told what became of their statement. */
export interface StatementNews {
  deliberation: string;
  number: number;
  author: PersonId;
  what: 'shown' | 'rejected' | 'merge asked' | 'merged';
  reason: string | null;
}

export interface StatementsOptions {
  database: Database;
  now: () => Instant;
  /** After commit; its failure undoes nothing. The author finds the same under their own statements. */
  tell?: (news: StatementNews) => void;
}

/** What is to be decided about a statement. */
export interface Moderation {
  deliberation: string;
  number: number;
  /** Without a reason a statement cannot be rejected. */
  decision: { show: true } | { show: false; reason: string };
  by: PersonId;
}

/** Two statements are locked at once: whoever meets another crosswise tries again. */
const RETRIED = { retries: 3 };
/** How long the counts behind the fair order may be old. */
const SEEN_FOR_MS = 5_000;

/** Statements: said, moderated with reasons, merged with consent, asked in a fair order. */
export class Statements {
  readonly #seen = new Map<string, { until: number; counts: Promise<Map<number, number>> }>();

  constructor(private readonly options: StatementsOptions) {}

  /**
   * Says something for others to answer; the same key of the same person says it once.
   * @throws OpinionRefused `opinion.closed`, `opinion.too_many`, `opinion.said_already`, `case.unknown`.
   */
  async say(said: { deliberation: string; author: PersonId; text: string; key: string }): Promise<{
    number: number;
    state: StatementState;
  }> {
    const { deliberation, author, key } = said;
    const text = said.text.normalize('NFC').trim();
    const saidKey = createHash('sha256').update(`${author}\n${key}`).digest('base64url');
    return this.options.database.transaction(async (tx) => {
      const { rule } = await holdOpen(tx, deliberation);
      const state = rule.moderation === 'before' ? 'waiting' : 'shown';
      const wanted = { deliberation, author, text, state, saidAt: this.options.now(), saidKey } as const;
      const before = await standingBefore(tx, wanted);
      if (before.number !== null) {
        const known = await statementOf(tx, deliberation, before.number);
        return { number: before.number, state: known?.state ?? state };
      }
      if (before.own >= rule.mostStatements)
        throw new OpinionRefused('opinion.too_many', { most: rule.mostStatements });
      if (before.same !== null) throw new OpinionRefused('opinion.said_already', { number: before.same });
      await insertStatement(tx, before.next, wanted);
      return { number: before.next, state };
    });
  }

  /** What somebody is asked next: unanswered first, of those the least answered, so that none is left behind. */
  async toAnswer(
    deliberation: string,
    person: PersonId,
    limit: number,
  ): Promise<{ rows: AskedStatement[]; total: number; unanswered: number }> {
    const { database } = this.options;
    const [shown, own, seen] = await Promise.all([
      shownOf(database, deliberation),
      positionsOf(database, deliberation, person),
      this.#seenOf(deliberation),
    ]);
    const positions = new Map(own.map(({ statement, position }) => [statement, position]));
    const asked = askedInOrder({ person, shown, positions, seen });
    const unanswered = asked.filter(({ position }) => position === null).length;
    return { rows: asked.slice(0, limit), total: asked.length, unanswered };
  }

  /** Texts of statements by number, such as those that all groups agree on. */
  async texts(deliberation: string, numbers: readonly number[]): Promise<Map<number, string>> {
    const shown = await shownOf(this.options.database, deliberation);
    return new Map(shown.filter(({ number }) => numbers.includes(number)).map(({ number, text }) => [number, text]));
  }

  /** What somebody has said, what became of it and why. */
  async mine(deliberation: string, author: PersonId): Promise<OwnStatement[]> {
    return ownStatements(this.options.database, deliberation, author);
  }

  /** The moderators' desk, oldest first. Never who said it. */
  async queue(deliberation: string, question: { state: StatementState; limit: number }): Promise<ModeratedStatement[]> {
    return moderationQueue(this.options.database, deliberation, question);
  }

  /**
   * Shows a statement, or rejects it with a reason that its author is told. May be decided anew; a merged one stays merged.
   * @throws OpinionRefused `opinion.own_statement` when moderators decide about their own, `opinion.merged`, `resource.unknown`.
   */
  async moderate({ deliberation, number, decision, by }: Moderation): Promise<{ state: StatementState }> {
    const state = decision.show ? 'shown' : 'rejected';
    const reason = decision.show ? null : decision.reason;
    const author = await this.options.database.transaction(async (tx) => {
      await holdOpen(tx, deliberation);
      const found = await statementOf(tx, deliberation, number);
      if (found?.text == null) throw new OpinionRefused('resource.unknown');
      if (found.author === by) throw new OpinionRefused('opinion.own_statement');
      if (found.state === 'merged') throw new OpinionRefused('opinion.merged');
      await decideStatement(tx, { deliberation, number }, { state, reason, by, at: this.options.now() });
      return found.author;
    });
    if (author !== null) this.options.tell?.({ deliberation, number, author, what: state, reason });
    return { state };
  }

  /**
   * Proposes to merge a statement into a similar one. Both authors are asked; nothing changes before both consent.
   * @throws OpinionRefused `opinion.not_mergeable` unless both are shown and two different ones.
   */
  async proposeMerge(merge: {
    deliberation: string;
    number: number;
    into: number;
  }): Promise<{ state: StatementState }> {
    const { deliberation, number, into } = merge;
    const asked = await this.options.database.transaction(async (tx) => {
      await holdOpen(tx, deliberation);
      // in the order of their numbers, so that two proposals crosswise wait for each other and do not lock up
      const [low, high] = [Math.min(number, into), Math.max(number, into)];
      const pair = [await statementOf(tx, deliberation, low), await statementOf(tx, deliberation, high)];
      const from = pair.find((one) => one?.number === number);
      const other = pair.find((one) => one?.number === into);
      const areShown = from?.state === 'shown' && other?.state === 'shown' && number !== into;
      if (!areShown || other.mergeInto !== null) throw new OpinionRefused('opinion.not_mergeable');
      const [consentOfAuthor, consentOfOther] = [
        from.author === null ? true : null,
        other.author === null ? true : null,
      ];
      const after = settled({ ...from, mergeInto: into, consentOfAuthor, consentOfOther });
      await writeMerge(tx, deliberation, after);
      return { pair: [from, other], state: after.state };
    }, RETRIED);
    for (const { author, number: of } of asked.pair)
      if (author !== null) this.options.tell?.({ deliberation, number: of, author, what: 'merge asked', reason: null });
    return { state: asked.state };
  }

  /**
   * An author consents to a merge, or declines it: then both stay as they were.
   * @throws OpinionRefused `opinion.nothing_asked` when nobody has asked this person about it.
   */
  async answerMerge(answer: {
    deliberation: string;
    /** The statement that is to be merged into the other one. */
    number: number;
    person: PersonId;
    accept: boolean;
  }): Promise<{ state: StatementState }> {
    const { deliberation, number, person, accept } = answer;
    const after = await this.options.database.transaction(async (tx) => {
      await holdOpen(tx, deliberation);
      const from = await statementOf(tx, deliberation, number);
      if (from?.state !== 'shown' || from.mergeInto === null) throw new OpinionRefused('opinion.nothing_asked');
      const other = await statementOf(tx, deliberation, from.mergeInto);
      const [isAuthor, isOther] = [from.author === person, other?.author === person];
      if (!isAuthor && !isOther) throw new OpinionRefused('opinion.nothing_asked');
      const consents = {
        consentOfAuthor: isAuthor ? true : from.consentOfAuthor,
        consentOfOther: isOther ? true : from.consentOfOther,
      };
      const changed = accept && other?.state === 'shown' ? { ...from, ...consents } : unasked(from);
      await writeMerge(tx, deliberation, settled(changed));
      return { ...settled(changed), author: from.author };
    }, RETRIED);
    if (after.state === 'merged' && after.author !== null)
      this.options.tell?.({ deliberation, number, author: after.author, what: 'merged', reason: null });
    return { state: after.state };
  }

  /** Whether the deliberation is known and in which unit it is held. */
  async placeOf(deliberation: string): Promise<string | null> {
    return (await admittedOf(this.options.database, deliberation))?.unit ?? null;
  }

  #seenOf(deliberation: string): Promise<Map<number, number>> {
    const now = Date.parse(this.options.now());
    const kept = this.#seen.get(deliberation);
    if (kept !== undefined && kept.until > now) return kept.counts;
    const counts = seenOf(this.options.database, deliberation);
    for (const [id, { until }] of this.#seen) if (until <= now) this.#seen.delete(id);
    this.#seen.set(deliberation, { until: now + SEEN_FOR_MS, counts });
    counts.catch(() => this.#seen.delete(deliberation));
    return counts;
  }
}

/** Both consents make the merge. Whoever answered the merged statement is asked the other one: nobody's words are changed. */
function settled(merge: StoredStatement): StoredStatement {
  const isMade = merge.mergeInto !== null && merge.consentOfAuthor === true && merge.consentOfOther === true;
  return isMade ? { ...merge, state: 'merged' } : merge;
}

function unasked(statement: StoredStatement): StoredStatement {
  return { ...statement, mergeInto: null, consentOfAuthor: null, consentOfOther: null };
}
