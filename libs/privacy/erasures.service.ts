import { randomUUID } from 'node:crypto';

import type { Database, Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { LocalDate, PersonId, UnitId } from '#libs/registry';
import type { Vault } from '#libs/vault';

import { brokenLinks, CHAIN_BEGIN, linkHash, type Link } from './chain.rules.js';
import type { Keeper } from './keeper.types.js';
import { PrivacyRefused } from './privacy.refused.js';
import type { ErasureGround, ErasureProgress, ErasureState } from './privacy.vocabulary.js';

/** Purpose under which the reason of a refusal is sealed. */
export const REFUSAL_SEAL = 'erasure.answer';

export interface ErasuresOptions {
  database: Database;
  vault: Vault;
  now: () => Instant;
  today: () => LocalDate;
  /** In the order in which they erase: who lets the person in first, who knows the name last. */
  keepers: readonly Keeper[];
  /** All records of the person, the one that speaks for them first. */
  idsOf: (tx: Tx, person: PersonId) => Promise<PersonId[]>;
  /** Where the person is registered; `null`: unknown. */
  unitOf: (tx: Tx, person: PersonId) => Promise<UnitId | null>;
}

export interface ErasureRow {
  id: string;
  person: PersonId;
  unit: UnitId;
  ground: ErasureGround;
  state: ErasureState;
  askedAt: Instant;
  askedBy: PersonId;
  decidedAt: Instant | null;
  decidedBy: PersonId | null;
  progress: ErasureProgress;
  doneAt: Instant | null;
  /** Why it was refused. */
  answer: string | null;
}

/** A hold on erasing. */
export interface HoldRow {
  id: string;
  person: PersonId;
  authority: string;
  from: LocalDate;
  to: LocalDate | null;
  setBy: PersonId;
  setAt: Instant;
}

interface RecordRow extends Link {
  at: Instant;
  erasure: string;
  person: PersonId;
  counts: ErasureProgress;
}

const COLUMNS = `id, person, unit, ground, state, asked_at as "askedAt", asked_by as "askedBy", decided_at as "decidedAt",
  decided_by as "decidedBy", progress, done_at as "doneAt", answer`;
const HOLD = `id, person, authority, from_date as "from", to_date as "to", set_by as "setBy", set_at as "setAt"`;
const LOCK = 0x65726173;

/**
 * Erasing a person (个人信息保护法 47): asked for by them or for them, confirmed by somebody else, carried out room by room, proved
 * by a record that says nothing about them. Ids stay, so that tallies, rolls and journals stay what they were.
 */
export class Erasures {
  constructor(private readonly options: ErasuresOptions) {}

  /** Asks; asked twice is asked once. Who may ask for whom is judged by the caller. */
  async ask(
    tx: Tx,
    { person, ground, by }: { person: PersonId; ground: ErasureGround; by: PersonId },
  ): Promise<ErasureRow> {
    const unit = await this.options.unitOf(tx, person);
    if (unit === null) throw new PrivacyRefused('resource.unknown');
    await tx.query(
      `insert into erasures (id, person, unit, ground, state, asked_at, asked_by, progress)
       values ($1, $2, $3, $4, 'asked', $5, $6, '{}') on conflict do nothing`,
      [randomUUID(), person, unit, ground, this.options.now(), by],
    );
    const rows = await tx.query<ErasureRow>(
      `select ${COLUMNS} from erasures where person = $1 and state in ('asked', 'confirmed')`,
      [person],
    );
    return this.#opened(rows)[0] ?? refuseUnknown();
  }

  async find(tx: Tx, id: string): Promise<ErasureRow | null> {
    const rows = await tx.query<ErasureRow>(`select ${COLUMNS} from erasures where id = $1`, [id]);
    return this.#opened(rows)[0] ?? null;
  }

  /** Newest first. */
  async list(tx: Tx, state?: ErasureState): Promise<ErasureRow[]> {
    return this.#opened(
      await tx.query<ErasureRow>(
        `select ${COLUMNS} from erasures where $1::text is null or state = $1 order by asked_at desc, id`,
        [state],
      ),
    );
  }

  /** What was asked for by a person or about them, newest first. */
  async of(tx: Tx, person: PersonId): Promise<ErasureRow[]> {
    return this.#opened(
      await tx.query<ErasureRow>(
        `select ${COLUMNS} from erasures where person = any($1) or asked_by = $2 order by asked_at desc, id`,
        [await this.options.idsOf(tx, person), person],
      ),
    );
  }

  /**
   * Confirms; it is carried out by {@link run}.
   * @throws PrivacyRefused `privacy.decided` when somebody was faster, `privacy.two_people` for whoever asked and for the person, `privacy.on_hold`, and what a room says
   *   against it (`privacy.case_open`, `privacy.in_office`).
   */
  async confirm(id: string, by: PersonId): Promise<ErasureRow> {
    const { database } = this.options;
    const asked = await database.transaction(async (tx) => ({
      row: await this.find(tx, id),
      ids: await this.#ids(tx, id),
    }));
    if (asked.row === null) throw new PrivacyRefused('resource.unknown');
    if (asked.row.state !== 'asked') throw new PrivacyRefused('privacy.decided');
    if (asked.row.askedBy === by || asked.ids.includes(by)) throw new PrivacyRefused('privacy.two_people');
    for (const keeper of this.options.keepers) {
      const reason = await keeper.standsAgainst?.(asked.ids);
      if (reason !== undefined && reason !== null) throw new PrivacyRefused(reason);
    }
    await this.#refuseHeld(asked.ids);
    return this.#decide(id, { state: 'confirmed', by, answer: null });
  }

  /** Refuses what was asked for, and says why (个人信息保护法 50). @throws PrivacyRefused `privacy.decided`. */
  refuse(id: string, { answer, by }: { answer: string; by: PersonId }): Promise<ErasureRow> {
    return this.#decide(id, { state: 'refused', by, answer: this.options.vault.seal(answer, REFUSAL_SEAL) });
  }

  /**
   * Carries a confirmed erasure out, from where it stood. Finished ones are left alone.
   * @throws PrivacyRefused `privacy.on_hold` when a hold was set meanwhile: what is gone is gone, the rest waits.
   */
  async run(id: string): Promise<ErasureRow> {
    const { database, keepers } = this.options;
    const { row, ids } = await database.transaction(async (tx) => ({
      row: await this.find(tx, id),
      ids: await this.#ids(tx, id),
    }));
    if (row === null) throw new PrivacyRefused('resource.unknown');
    if (row.state !== 'confirmed') return row;
    const progress = { ...row.progress };
    for (const keeper of keepers) {
      if (progress[keeper.name] !== undefined) continue;
      await this.#refuseHeld(ids);
      progress[keeper.name] = await keeper.erase(ids);
      await database.query(`update erasures set progress = $2::json where id = $1`, [id, JSON.stringify(progress)]);
    }
    return this.#finish(row, progress);
  }

  /** Carries out whatever is confirmed and not finished; those on hold wait. Answers how many it finished. */
  async resume(): Promise<number> {
    const rows = await this.options.database.query<{ id: string }>(
      `select id from erasures where state = 'confirmed' order by decided_at, id`,
    );
    let finished = 0;
    for (const { id } of rows) if (await this.#ran(id)) finished += 1;
    return finished;
  }

  /** Keeps a person's data until it is lifted or its last day has come. */
  async hold(
    tx: Tx,
    wanted: { person: PersonId; authority: string; to: LocalDate | null; by: PersonId },
  ): Promise<HoldRow> {
    const { person, authority, to, by } = wanted;
    const rows = await tx.query<HoldRow>(
      `insert into legal_holds (id, person, authority, from_date, to_date, set_by, set_at)
       values ($1, $2, $3, $4, $5, $6, $7) returning ${HOLD}`,
      [randomUUID(), person, authority, this.options.today(), to, by, this.options.now()],
    );
    return rows[0] ?? refuseUnknown();
  }

  async lift(tx: Tx, id: string, by: PersonId): Promise<HoldRow> {
    const rows = await tx.query<HoldRow>(
      `update legal_holds set lifted_at = $2, lifted_by = $3 where id = $1 and lifted_at is null returning ${HOLD}`,
      [id, this.options.now(), by],
    );
    return rows[0] ?? refuseUnknown();
  }

  /** Holds in force today. */
  holds(tx: Tx): Promise<HoldRow[]> {
    return tx.query<HoldRow>(
      `select ${HOLD} from legal_holds where lifted_at is null and (to_date is null or to_date > $1::date) order by set_at, id`,
      [this.options.today()],
    );
  }

  /** Numbers of erasure records that were changed or taken out. */
  async broken(): Promise<number[]> {
    const rows = await this.options.database.query<RecordRow>(
      `select seq, at, erasure, person, counts, prev_hash as "prevHash", hash from erasure_records order by seq`,
    );
    return brokenLinks(rows, ({ seq, at, erasure, person, counts }) => ({ seq, at, erasure, person, counts }));
  }

  async #ran(id: string): Promise<boolean> {
    try {
      return (await this.run(id)).state === 'done';
    } catch (error) {
      if (error instanceof PrivacyRefused) return false;
      throw error;
    }
  }

  async #decide(
    id: string,
    { state, by, answer }: { state: 'confirmed' | 'refused'; by: PersonId; answer: string | null },
  ): Promise<ErasureRow> {
    const rows = await this.options.database.query<ErasureRow>(
      `update erasures set state = $2, decided_at = $3, decided_by = $4, answer = $5 where id = $1 and state = 'asked' returning ${COLUMNS}`,
      [id, state, this.options.now(), by, answer],
    );
    const [decided] = this.#opened(rows);
    if (decided === undefined) throw new PrivacyRefused('privacy.decided');
    return decided;
  }

  /** State and proof in one transaction; of two that finish at once one writes. */
  async #finish(row: ErasureRow, counts: ErasureProgress): Promise<ErasureRow> {
    return this.options.database.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(${String(LOCK)})`);
      const at = this.options.now();
      const done = await tx.query<ErasureRow>(
        `update erasures set state = 'done', done_at = $2 where id = $1 and state = 'confirmed' returning ${COLUMNS}`,
        [row.id, at],
      );
      if (done[0] === undefined) return (await this.find(tx, row.id)) ?? refuseUnknown();
      const [last] = await tx.query<Link>(
        `select seq, prev_hash as "prevHash", hash from erasure_records order by seq desc limit 1`,
      );
      const said = { seq: (last?.seq ?? 0) + 1, at, erasure: row.id, person: row.person, counts };
      const prevHash = last?.hash ?? CHAIN_BEGIN;
      await tx.query(
        `insert into erasure_records (seq, at, erasure, person, counts, prev_hash, hash) values ($1, $2, $3, $4, $5::json, $6, $7)`,
        [said.seq, at, row.id, row.person, JSON.stringify(counts), prevHash, linkHash(said, prevHash)],
      );
      return done[0];
    });
  }

  async #ids(tx: Tx, id: string): Promise<PersonId[]> {
    const row = await this.find(tx, id);
    return row === null ? [] : this.options.idsOf(tx, row.person);
  }

  #opened(rows: readonly ErasureRow[]): ErasureRow[] {
    const { vault } = this.options;
    return rows.map((row) => ({ ...row, answer: row.answer === null ? null : vault.open(row.answer, REFUSAL_SEAL) }));
  }

  async #refuseHeld(ids: readonly PersonId[]): Promise<void> {
    const rows = await this.options.database.query(
      `select 1 from legal_holds where person = any($1) and lifted_at is null and (to_date is null or to_date > $2::date) limit 1`,
      [ids, this.options.today()],
    );
    if (rows.length > 0) throw new PrivacyRefused('privacy.on_hold');
  }
}

function refuseUnknown(): never {
  throw new PrivacyRefused('resource.unknown');
}
