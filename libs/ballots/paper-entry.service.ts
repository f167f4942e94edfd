import canonicalize from 'canonicalize';

import { choiceProblem } from '#libs/decision';
import type { Choice } from '#libs/decision';
import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { BallotRefused } from './ballots.refused.js';
import { ballotRow, entryRow, refuseUnless } from './ballots.sql.js';
import type { BallotId, BallotRow, EntryCode } from './ballots.vocabulary.js';
import { castPapers, lockBallot } from './casting.sql.js';
import type { CastItem, CastVerdict } from './casting.sql.js';
import { keyHash, lockOf, randomCode, trackerOf } from './codes.rules.js';
import { BallotSecrets } from './envelope.js';
import { agreedChoice, INNER, readingsOf, slipsOf, TRANSCRIPTION_SEAL } from './slips.sql.js';

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

/** `waiting` for the second person; `differs`: a third settles; `counted`: it is a paper like any other. */
export interface TranscriptionAnswer {
  state: 'waiting' | 'counted' | 'differs';
  turn: number;
}

export interface SlipDifference {
  slip: string;
  readings: { by: PersonId; choice: Choice; at: Instant }[];
  file: string | null;
}

interface Parts {
  vault: Vault;
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
   * Enters what one person has read. Named papers while the vote is open, inner envelopes after it has closed.
   * @throws BallotRefused `ballot.slip_done`, `ballot.two_people` for somebody who has read it already, `ballot.already_cast` when
   *   the unit has cast by another channel.
   */
  async transcribe(tx: Tx, read: Transcription): Promise<TranscriptionAnswer> {
    const ballot = await this.#check(tx, read);
    const slip = slipOf(read);
    const readings = await readingsOf(tx, this.parts.vault, { ballot: ballot.id, slip });
    if (agreedChoice(readings) !== null) throw new BallotRefused('ballot.slip_done');
    if (readings.some(({ by }) => by === read.by) || read.caster === read.by)
      throw new BallotRefused('ballot.two_people');
    const turn = readings.length + 1;
    const choice = read.choice as Choice;
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
        await this.parts.now(tx),
      ],
    );
    const all = [...readings, { turn, by: read.by, caster: read.caster ?? null, choice, file: read.file ?? null }];
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
    if (envelope.by === envelope.caster) throw new BallotRefused('ballot.two_people');
    const { entry, caster, by, file = null } = envelope;
    return this.#put(tx, ballot, { entry, caster, by, witness: null, file, choice: null });
  }

  /** Slips whose readings differ, with both readings: for the third person. */
  async differences(tx: Tx, ballot: BallotId): Promise<SlipDifference[]> {
    const slips = await slipsOf(tx, this.parts.vault, { ballot });
    return [...slips]
      .filter(([, readings]) => readings.length === 2 && agreedChoice(readings) === null)
      .map(([slip, readings]) => ({
        slip,
        readings: readings.map(({ by, choice, at }) => ({ by, choice, at })),
        file: readings.find(({ file }) => file !== null)?.file ?? null,
      }));
  }

  async #check(tx: Tx, read: Transcription): Promise<BallotRow> {
    await lockBallot(tx, read.ballot);
    const ballot = await ballotRow(tx, read.ballot);
    const isInner = read.inner !== undefined;
    refuseUnless(ballot, isInner ? 'closed' : 'open');
    // the sheet of a secret ballot lies in the inner envelope, which names nobody
    if (isInner !== ballot.secret || isInner === (read.entry !== undefined))
      throw new BallotRefused('ballot.waiver_needed');
    if (read.entry !== undefined) {
      const { casters, isRemoved } = await entryRow(tx, read.ballot, read.entry);
      if (isRemoved || read.caster === undefined || !casters.includes(read.caster)) {
        throw new BallotRefused('ballot.not_entitled');
      }
    }
    if (choiceProblem(ballot.question, read.choice) !== null) throw new BallotRefused('ballot.choice_invalid');
    return ballot;
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
      readers: readonly { by: PersonId; caster: PersonId | null; file: string | null }[];
    },
  ): Promise<void> {
    const [first, second] = readers;
    const file = readers.find((one) => one.file !== null)?.file ?? null;
    const caster = first?.caster ?? read.caster ?? '';
    await this.#put(tx, ballot, { entry, caster, by: first?.by ?? read.by, witness: second?.by ?? null, file, choice });
  }

  async #put(
    tx: Tx,
    { id, secret }: BallotRow,
    paper: Pick<CastItem, 'entry' | 'caster' | 'by' | 'witness' | 'file'> & { choice: Choice | null },
  ): Promise<{ receipt: string }> {
    const [key] = await tx.query<{ sealed: string }>('select sealed from ballot_keys where ballot = $1', [id]);
    if (key === undefined) throw new BallotRefused('ballot.closed');
    const receipt = randomCode(RECEIPT_SIGNS);
    const { choice, ...rest } = paper;
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
      withdraws: false,
    };
    const [row] = await castPapers(tx, [item], this.parts.virtualNow());
    if (row === undefined) throw new Error('a paper was not answered');
    if (row.verdict === null) return { receipt };
    throw new BallotRefused(REFUSALS[row.verdict] ?? 'ballot.closed');
  }
}

function slipOf({ entry, inner }: Transcription): string {
  return entry ?? `${INNER}${String(inner)}`;
}
