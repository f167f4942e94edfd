import canonicalize from 'canonicalize';

import { choiceProblem } from '#libs/decision';
import type { Choice } from '#libs/decision';
import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId, Registry } from '#libs/registry';
import type { Vault } from '#libs/vault';

import type { Assistance } from './assistance.service.js';
import { BallotRefused } from './ballots.refused.js';
import { ballotRow, entryRow, refuseUnless } from './ballots.sql.js';
import type { BallotId, BallotRow, EntryCode } from './ballots.vocabulary.js';
import { castPapers, lockBallot, putLate } from './casting.sql.js';
import type { CastItem, CastVerdict } from './casting.sql.js';
import { keyHash, lockOf, randomCode, trackerOf } from './codes.rules.js';
import { BallotSecrets } from './envelope.js';
import { agreedChoice, INNER, outerEnvelopes, readingsOf, TRANSCRIPTION_SEAL, unsettledSlips } from './slips.sql.js';
import type { Reading } from './slips.sql.js';

const RECEIPT_SIGNS = 26;

/** What one person reads on a sheet. */
export interface Transcription {
  ballot: BallotId;
  by: PersonId;
  /** The unit whose named paper it is; or `inner`, the number on an opened inner envelope of a secret ballot. */
  entry?: EntryCode;
  inner?: number;
  /** Who signed a named paper. */
  caster?: PersonId;
  choice: unknown;
  /** File of the scan. */
  file?: string;
}

/** `waiting` for the second person; `differs`: whoever reads it next like one of those before settles it; `counted`: it is a paper like any other. */
export interface TranscriptionAnswer {
  state: 'waiting' | 'counted' | 'differs';
  turn: number;
}

export interface SlipDifference {
  slip: string;
  state: 'waiting' | 'differs';
  /** `choice` is null while the slip waits: whoever reads it next does not see what the first has read. */
  readings: { by: PersonId; choice: Choice | null; at: Instant }[];
  file: string | null;
}

interface Parts {
  vault: Vault;
  registry: Registry;
  assistance: Assistance;
  now: (tx: Tx) => Promise<Instant>;
  virtualNow: () => Instant | null;
}

const REFUSALS: Partial<Record<CastVerdict, 'ballot.not_entitled' | 'ballot.already_cast' | 'ballot.closed'>> = {
  not_entitled: 'ballot.not_entitled',
  already_cast: 'ballot.already_cast',
  closed: 'ballot.closed',
};

/**
 * Papers on paper. Two people read each independently, and do not see what the other has read; a third settles a difference with
 * both before them. Of a secret ballot the outer envelope says who took part, and is laid aside unopened until the close.
 */
export class PaperEntry {
  constructor(private readonly parts: Parts) {}

  /**
   * Enters what one person has read. Named papers while the vote is open, and after it those whose first reading was in time; inner
   * envelopes after it has closed, no more than outer ones were handed in.
   * @throws BallotRefused `ballot.slip_done`, `ballot.two_people` for somebody who has read it already, `ballot.already_cast` when
   *   the unit has cast by another channel.
   */
  async transcribe(tx: Tx, read: Transcription): Promise<TranscriptionAnswer> {
    const ballot = await this.#check(tx, read);
    const slip = slipOf(read);
    const readings = await readingsOf(tx, this.parts.vault, { ballot: ballot.id, slip });
    if (agreedChoice(readings) !== null) throw new BallotRefused('ballot.slip_done');
    await this.parts.assistance.refuseSame(tx, read.by, [read.caster, ...readings.map(({ by }) => by)]);
    if (read.entry !== undefined) await this.#checkEntry(tx, ballot, { read, entry: read.entry, readings });
    await this.parts.assistance.refuseMissing(tx, read.file);
    const turn = readings.length + 1;
    const choice = read.choice as Choice;
    const at = await this.parts.now(tx);
    await tx.query(
      `insert into ballot_transcriptions (ballot, slip, turn, by, caster, choice, file, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ballot.id,
        slip,
        turn,
        read.by,
        read.caster,
        this.parts.vault.seal(canonicalize(choice) ?? '', TRANSCRIPTION_SEAL),
        read.file,
        at,
      ],
    );
    const all = [...readings, { turn, by: read.by, caster: read.caster ?? null, choice, file: read.file ?? null, at }];
    const agreed = agreedChoice(all);
    if (agreed === null) return { state: turn === 1 ? 'waiting' : 'differs', turn };
    if (read.entry !== undefined)
      await this.#cast(tx, ballot, { read, entry: read.entry, choice: agreed, readers: all });
    return { state: 'counted', turn };
  }

  /**
   * Takes the outer envelope of a secret ballot: the unit has taken part. Its inner one is opened after the close. Answers the
   * receipt, with which the unit can take it back unopened.
   */
  async receiveEnvelope(
    tx: Tx,
    envelope: { ballot: BallotId; entry: EntryCode; caster: PersonId; by: PersonId; file?: string },
  ): Promise<{ receipt: string }> {
    const ballot = await ballotRow(tx, envelope.ballot);
    if (!ballot.secret) throw new BallotRefused('ballot.wrong_status', { status: ballot.status });
    const { entry, by, file = null } = envelope;
    await this.parts.assistance.refuseSame(tx, by, [envelope.caster]);
    await this.parts.assistance.refuseMissing(tx, file);
    const { casters } = await entryRow(tx, ballot.id, entry);
    const caster = (await this.#listed(tx, casters, envelope.caster)) ?? envelope.caster;
    return this.#put(tx, ballot, { entry, caster, by, witness: null, file, choice: null });
  }

  /** Slips that only one person has read, and those whose readings differ, with all of them: for whoever settles it. */
  async differences(tx: Tx, ballot: BallotId): Promise<SlipDifference[]> {
    const slips = await unsettledSlips(tx, this.parts.vault, ballot);
    return [...slips].map(([slip, readings]) => {
      const isWaiting = readings.length < 2;
      return {
        slip,
        state: isWaiting ? 'waiting' : 'differs',
        readings: readings.map(({ by, choice, at }) => ({ by, choice: isWaiting ? null : choice, at })),
        file: readings.find(({ file }) => file !== null)?.file ?? null,
      };
    });
  }

  async #check(tx: Tx, read: Transcription): Promise<BallotRow> {
    await lockBallot(tx, read.ballot);
    const ballot = await ballotRow(tx, read.ballot);
    const isInner = read.inner !== undefined;
    refuseUnless(ballot, ...(isInner ? (['closed'] as const) : (['open', 'closed'] as const)));
    // the sheet of a secret ballot lies in the inner envelope, which names nobody
    if (isInner !== ballot.secret || isInner === (read.entry !== undefined))
      throw new BallotRefused('ballot.waiver_needed');
    if (choiceProblem(ballot.question, read.choice) !== null) throw new BallotRefused('ballot.choice_invalid');
    if (read.inner !== undefined) {
      const marks = await outerEnvelopes(tx, ballot.id);
      if (read.inner > marks) throw new BallotRefused('ballot.pool_differs', { marks, inner: read.inner });
    }
    return ballot;
  }

  /** A sheet is read first while papers are taken, of somebody who may cast, for a unit that has not. */
  async #checkEntry(
    tx: Tx,
    ballot: BallotRow,
    { read, entry, readings }: { read: Transcription; entry: EntryCode; readings: readonly Reading[] },
  ): Promise<void> {
    if (readings.length === 0) {
      refuseUnless(ballot, 'open');
      if (isPast(ballot, await this.parts.now(tx))) throw new BallotRefused('ballot.closed');
    }
    const { casters, isRemoved } = await entryRow(tx, ballot.id, entry);
    const isListed = read.caster !== undefined && (await this.#listed(tx, casters, read.caster)) !== null;
    if (isRemoved || !isListed) throw new BallotRefused('ballot.not_entitled');
    const papers = await tx.query(
      `select from ballot_papers where ballot = $1 and entry = $2 and state <> 'withdrawn'`,
      [ballot.id, entry],
    );
    if (papers.length > 0) throw new BallotRefused('ballot.already_cast');
  }

  /** The record of somebody that stands on the roll; `null`: none does. */
  async #listed(tx: Tx, casters: readonly PersonId[], person: PersonId): Promise<PersonId | null> {
    if (casters.includes(person)) return person;
    const ids = await this.parts.registry.idsOf(tx, person);
    return casters.find((caster) => ids.includes(caster)) ?? null;
  }

  async #cast(
    tx: Tx,
    ballot: BallotRow,
    {
      read,
      entry,
      choice,
      readers,
    }: {
      read: Transcription;
      entry: EntryCode;
      choice: Choice;
      readers: readonly Reading[];
    },
  ): Promise<void> {
    const [first, second] = readers;
    const file = readers.find((one) => one.file !== null)?.file ?? null;
    const signed = first?.caster ?? read.caster ?? '';
    const { casters } = await entryRow(tx, ballot.id, entry);
    const caster = (await this.#listed(tx, casters, signed)) ?? signed;
    const paper = { entry, caster, by: first?.by ?? read.by, witness: second?.by ?? null, file, choice };
    await this.#put(tx, ballot, { ...paper, handedIn: first?.at ?? null });
  }

  async #put(
    tx: Tx,
    { id, secret, status, closesAt }: BallotRow,
    paper: Pick<CastItem, 'entry' | 'caster' | 'by' | 'witness' | 'file'> & {
      choice: Choice | null;
      handedIn?: Instant | null;
    },
  ): Promise<{ receipt: string }> {
    const [key] = await tx.query<{ sealed: string }>('select sealed from ballot_keys where ballot = $1', [id]);
    if (key === undefined) throw new BallotRefused('ballot.closed');
    const receipt = randomCode(RECEIPT_SIGNS);
    const { choice, handedIn = null, ...rest } = paper;
    const item: CastItem = {
      ...rest,
      ballot: id,
      channel: 'paper',
      choice: choice === null ? null : (canonicalize(choice) ?? null),
      envelope: null,
      tracker: secret ? null : trackerOf(receipt),
      lock: lockOf(BallotSecrets.open(this.parts.vault, key.sealed).salt, receipt),
      replaces: null,
      key: keyHash(id, randomCode(RECEIPT_SIGNS)),
      request: null,
      withdraws: false,
    };
    const news = { ballot: id, entry: item.entry, channel: item.channel };
    if (handedIn !== null && isPast({ status, closesAt }, await this.parts.now(tx))) {
      const revision = await putLate(tx, item, handedIn);
      if (revision === null) throw new BallotRefused('ballot.already_cast');
      await this.parts.assistance.tell(tx, { ...news, revision });
      return { receipt };
    }
    const [row] = await castPapers(tx, [item], this.parts.virtualNow());
    if (row === undefined) throw new Error('a paper was not answered');
    if (row.verdict !== null) throw new BallotRefused(REFUSALS[row.verdict] ?? 'ballot.closed');
    await this.parts.assistance.tell(tx, { ...news, revision: row.revision ?? 1 });
    return { receipt };
  }
}

/** Whether papers are not taken any more. */
function isPast({ status, closesAt }: Pick<BallotRow, 'status' | 'closesAt'>, now: Instant): boolean {
  return status === 'closed' || (closesAt !== null && closesAt <= now);
}

function slipOf({ entry, inner }: Transcription): string {
  return entry ?? `${INNER}${String(inner)}`;
}
