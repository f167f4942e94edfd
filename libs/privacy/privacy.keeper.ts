import type { Database, Tx } from '#libs/database';
import type { HouseholdId, PersonId } from '#libs/registry';
import type { Vault } from '#libs/vault';

import type { AccessJournal } from './access-journal.service.js';
import type { Consents } from './consents.service.js';
import { ANSWER_SEAL, WANTED_SEAL, type Corrections } from './corrections.service.js';
import { REFUSAL_SEAL } from './erasures.service.js';
import type { Holding, Keeper, Resealer } from './keeper.types.js';
import { NOTE_SEAL, type Visits } from './visits.service.js';

export interface PrivacyKeeperOptions {
  database: Database;
  vault: Vault;
  journal: AccessJournal;
  visits: Visits;
  consents: Consents;
  corrections: Corrections;
  /** The household somebody lives in, and whether nobody else does. */
  home: (tx: Tx, ids: readonly PersonId[]) => Promise<{ household: HouseholdId; isAlone: boolean } | null>;
}

const BATCH = 500;

/** What this room itself keeps about people: visits, looks, consents, corrections. */
export class PrivacyKeeper implements Keeper, Resealer {
  readonly name = 'privacy';

  constructor(private readonly options: PrivacyKeeperOptions) {}

  held(ids: readonly PersonId[]): Promise<Holding[]> {
    const { database, visits, consents, corrections, journal, home } = this.options;
    return database.transaction(
      async (tx) => {
        const person = ids[0] ?? '';
        const lives = await home(tx, ids);
        const holders = lives === null ? [] : await this.#claimsOn(tx, lives.household);
        const looks = await journal.of(tx, person, lives?.household ?? null);
        return [
          holding('claimsOnMyHousehold', ['认领我家的人', 'Who has taken on my household'], holders),
          holding(
            'visitsToMe',
            ['到我家的走访', 'Visits to my household'],
            lives === null ? [] : await visits.madeTo(tx, lives.household),
          ),
          holding('visitsByMe', ['我做的走访', 'Visits I made'], (await visits.madeBy(tx, person)).map(withoutNote)),
          holding(
            'looks',
            ['谁看过我的信息', 'Who looked at my data'],
            looks.map(({ at, by, field, caseId }) => ({ at, by, field, case: caseId })),
          ),
          holding('consents', ['我的同意', 'My consents'], await consents.of(tx, person)),
          holding('corrections', ['我提出的更正', 'Corrections I asked for'], await corrections.of(tx, ids)),
        ];
      },
      { readOnly: true },
    );
  }

  /** Words go; that there was a visit, a look or a consent stays, as proof that the rules were kept. */
  erase(ids: readonly PersonId[]): Promise<number> {
    const { database, home, journal } = this.options;
    return database.transaction(async (tx) => {
      const lives = await home(tx, ids);
      const alone = lives?.isAlone === true ? lives.household : null;
      const touched = [
        await tx.query(
          `update visits set note = null where note is not null and (visitor = any($1) or household = $2) returning id`,
          [ids, alone],
        ),
        await tx.query(
          `update claims set state = 'ended', ended_at = asked_at where state in ('asked', 'in force')
             and (person = any($1) or household = $2) returning id`,
          [ids, alone],
        ),
        await tx.query(
          `update corrections set wanted = null, answer = null, field = '' where person = any($1) and wanted is not null returning id`,
          [ids],
        ),
        await tx.query(`update erasures set answer = null where person = any($1) and answer is not null returning id`, [
          ids,
        ]),
        await tx.query(
          `update consents set slip = null, evidence = null where person = any($1) and (slip is not null or evidence is not null) returning id`,
          [ids],
        ),
      ];
      let reasons = 0;
      for (const id of ids) reasons += await journal.eraseReasons(tx, id);
      return touched.reduce((sum, rows) => sum + rows.length, reasons);
    });
  }

  /** Seals notes and requests again; a batch is a transaction, a row already current is left alone. */
  async reseal(): Promise<number> {
    const columns = [
      ['visits', 'note', NOTE_SEAL],
      ['corrections', 'wanted', WANTED_SEAL],
      ['corrections', 'answer', ANSWER_SEAL],
      ['erasures', 'answer', REFUSAL_SEAL],
    ] as const;
    let resealed = 0;
    for (const [table, column, purpose] of columns) resealed += await this.#resealColumn(table, column, purpose);
    return resealed;
  }

  async #resealColumn(table: string, column: string, purpose: string): Promise<number> {
    const { database, vault } = this.options;
    let resealed = 0;
    for (let last = ''; ;) {
      const rows = await database.query<{ id: string; sealed: string }>(
        `select id, ${column} as sealed from ${table} where id > $1 and ${column} is not null order by id limit ${String(BATCH)}`,
        [last],
      );
      const stale = rows.filter(({ sealed }) => !vault.isCurrent(sealed));
      for (const { id, sealed } of stale)
        await database.query(`update ${table} set ${column} = $2 where id = $1 and ${column} = $3`, [
          id,
          vault.seal(vault.open(sealed, purpose), purpose),
          sealed,
        ]);
      resealed += stale.length;
      last = rows.at(-1)?.id ?? last;
      if (rows.length < BATCH) return resealed;
    }
  }

  #claimsOn(tx: Tx, household: HouseholdId): Promise<object[]> {
    return tx.query(
      `select person, purpose, state, from_date as "from", to_date as "to", assigned_by as "assignedBy" from claims
       where household = $1 and state in ('in force', 'ended') order by asked_at desc`,
      [household],
    );
  }
}

/** Notes of visits are about those who were visited, not about the visitor. */
function withoutNote<Row extends { note: unknown }>({ note: _, ...rest }: Row): Omit<Row, 'note'> {
  return rest;
}

/** One part of what is held. */
export function holding(name: string, [zh, en]: readonly [string, string], rows: readonly object[]): Holding {
  return { name, label: { zh, en }, rows };
}
