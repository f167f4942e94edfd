import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId, UnitId } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { PrivacyRefused } from './privacy.refused.js';
import type { CorrectionState } from './privacy.vocabulary.js';

/** Purposes under which the words of corrections are sealed. */
export const WANTED_SEAL = 'correction.wanted';
export const ANSWER_SEAL = 'correction.answer';

export interface CorrectionRow {
  id: string;
  person: PersonId;
  unit: UnitId;
  field: string;
  wanted: string | null;
  askedAt: Instant;
  askedBy: PersonId;
  state: CorrectionState;
  decidedAt: Instant | null;
  decidedBy: PersonId | null;
  answer: string | null;
}

export interface NewCorrection {
  person: PersonId;
  unit: UnitId;
  /** What is wrong, in the person's words: a field, a record. */
  field: string;
  wanted: string;
  by: PersonId;
}

const COLUMNS = `id, person, unit, field, wanted, asked_at as "askedAt", asked_by as "askedBy", state, decided_at as "decidedAt",
  decided_by as "decidedBy", answer`;

/** Requests to correct what is held about a person (个人信息保护法 46): each one is answered, with who and when. */
export class Corrections {
  constructor(private readonly options: { vault: Vault; now: () => Instant }) {}

  async ask(tx: Tx, { person, unit, field, wanted, by }: NewCorrection): Promise<string> {
    const id = randomUUID();
    await tx.query(
      `insert into corrections (id, person, unit, field, wanted, asked_at, asked_by, state)
       values ($1, $2, $3, $4, $5, $6, $7, 'open')`,
      [id, person, unit, field, this.options.vault.seal(wanted, WANTED_SEAL), this.options.now(), by],
    );
    return id;
  }

  /** What a person asked for, newest first. */
  async of(tx: Tx, ids: readonly PersonId[]): Promise<CorrectionRow[]> {
    return this.#opened(
      await tx.query<CorrectionRow>(
        `select ${COLUMNS} from corrections where person = any($1) order by asked_at desc`,
        [ids],
      ),
    );
  }

  /** Open ones, oldest first. */
  async open(tx: Tx): Promise<CorrectionRow[]> {
    return this.#opened(
      await tx.query<CorrectionRow>(`select ${COLUMNS} from corrections where state = 'open' order by asked_at, id`),
    );
  }

  async find(tx: Tx, id: string): Promise<CorrectionRow | null> {
    return (
      this.#opened(await tx.query<CorrectionRow>(`select ${COLUMNS} from corrections where id = $1`, [id]))[0] ?? null
    );
  }

  /** Answers one. @throws PrivacyRefused `resource.unknown` when it is answered already. */
  async answer(
    tx: Tx,
    id: string,
    { state, answer, by }: { state: 'done' | 'refused'; answer: string; by: PersonId },
  ): Promise<void> {
    const rows = await tx.query(
      `update corrections set state = $2, answer = $3, decided_at = $4, decided_by = $5 where id = $1 and state = 'open' returning id`,
      [id, state, this.options.vault.seal(answer, ANSWER_SEAL), this.options.now(), by],
    );
    if (rows.length === 0) throw new PrivacyRefused('resource.unknown');
  }

  #opened(rows: readonly CorrectionRow[]): CorrectionRow[] {
    const { vault } = this.options;
    return rows.map((row) => ({
      ...row,
      wanted: row.wanted === null ? null : vault.open(row.wanted, WANTED_SEAL),
      answer: row.answer === null ? null : vault.open(row.answer, ANSWER_SEAL),
    }));
  }
}
