import type { Database, Tx } from '#libs/database';
import { holding, type Holding, type Keeper, type UnmaskableField } from '#libs/privacy';
import type { ChangeNote, HouseholdId, LocalDate, PersonId, Registry } from '#libs/registry';
import type { ErrorCode } from '#libs/contract';

export interface RegistryKeeperOptions {
  database: Database;
  registry: Registry;
  today: () => LocalDate;
}

/** What the history of the registry says of an erasure: nothing but that it was one. */
const NOTE: ChangeNote = { by: null, source: 'erasure', reason: '依法删除' };

const FACTS = [
  ['residences', '住过的地方', 'Where I lived', 'person = any($1)'],
  ['ownerships', '我的房产份额', 'Flats I own', 'person = any($1)'],
  ['offices', '我的职务', 'Offices I held', 'person = any($1)'],
  ['delegates', '我当户代表', 'Households I speak for', 'person = any($1)'],
  ['authorisations', '委托关系', 'Who acts for whom', 'person = any($1) or agent = any($1)'],
] as const;

/** The registry's part: the record of a person with its whole history. */
export class RegistryKeeper implements Keeper {
  readonly name = 'registry';

  constructor(private readonly options: RegistryKeeperOptions) {}

  held(ids: readonly PersonId[]): Promise<Holding[]> {
    return this.options.database.transaction(
      async (tx) => {
        const record = await this.#record(tx, ids);
        const history = await tx.query<{ from: string; to: string | null; body: Record<string, unknown> }>(
          `select valid_from as "from", valid_to as "to", body from registry_versions where entity = 'person' and id = any($1)
           order by seq`,
          [ids],
        );
        const parts = [
          holding('registry', ['登记信息', 'My record'], record),
          holding(
            'registryHistory',
            ['登记变更', 'Earlier versions of my record'],
            history.map(({ from, to, body }) => ({ from, to, ...shown(body) })),
          ),
          holding('household', ['我的家庭户', 'My household'], await this.#households(tx, ids)),
        ];
        for (const [table, zh, en, condition] of FACTS)
          parts.push(
            holding(
              table,
              [zh, en],
              await tx.query<object>(`select * from ${table} where ${condition} order by id`, [ids]),
            ),
          );
        return parts;
      },
      { readOnly: true },
    );
  }

  /** Whoever runs the community is not erased from under it: offices end first. */
  async standsAgainst(ids: readonly PersonId[]): Promise<ErrorCode | null> {
    const rows = await this.options.database.query(
      `select 1 from offices where person = any($1) and from_date <= $2::date and (to_date is null or to_date > $2::date) limit 1`,
      [ids, this.options.today()],
    );
    return rows.length > 0 ? 'privacy.in_office' : null;
  }

  erase(ids: readonly PersonId[]): Promise<number> {
    const { database, registry } = this.options;
    return database.transaction(async (tx) => {
      const home = await homeOf(tx, ids);
      const { counts } = await registry.erase(tx, NOTE, ids[0] ?? '');
      await this.#eraseWords(tx, ids);
      if (home?.isAlone === true) await forgetColour(tx, home.household);
      return counts.person?.changed ?? 0;
    });
  }

  /** Reasons and slips that were written down beside the person's records. */
  async #eraseWords(tx: Tx, ids: readonly PersonId[]): Promise<void> {
    await tx.query(`update offices set end_reason = null where person = any($1) and end_reason is not null`, [ids]);
    await tx.query(`update delegates set slip = null where person = any($1) and slip is not null`, [ids]);
    await tx.query(
      `update registry_versions set body = body || '{"endReason": null}' where entity = 'office' and body->>'person' = any($1)
         and body->>'endReason' is not null`,
      [ids],
    );
    await tx.query(
      `update registry_versions set body = body || '{"slip": null}' where entity = 'delegate' and body->>'person' = any($1)
         and body->>'slip' is not null`,
      [ids],
    );
    await tx.query(
      `update registry_changes c set reason = '' where reason <> '' and import is null and source <> 'erasure'
         and exists (select 1 from registry_versions v where v.change = c.id and v.entity = 'person' and v.id = any($1))
         and not exists (select 1 from registry_versions v where v.change = c.id and v.entity = 'person' and not v.id = any($1))`,
      [ids],
    );
  }

  async #record(tx: Tx, ids: readonly PersonId[]): Promise<object[]> {
    const rows = await tx.query<Record<string, unknown>>(`select * from people where id = any($1) order by id`, [ids]);
    const opened: object[] = [];
    for (const row of rows)
      opened.push({ ...shown(row), ...(await this.options.registry.contact(tx, String(row['id']))) });
    return opened;
  }

  #households(tx: Tx, ids: readonly PersonId[]): Promise<object[]> {
    return tx.query(
      `select id, flat, address, colour from households where id in (select household from people where id = any($1))`,
      [ids],
    );
  }

  /** Opens a sealed field; `null` when nothing is registered. Whoever calls it journals the look. */
  async reveal(tx: Tx, person: PersonId, field: UnmaskableField): Promise<string | null> {
    return (await this.options.registry.contact(tx, person))[field];
  }
}

/** The household somebody lives in now, and whether they are the only one registered there. */
export async function homeOf(
  tx: Tx,
  ids: readonly PersonId[],
): Promise<{ household: HouseholdId; isAlone: boolean } | null> {
  const [row] = await tx.query<{ household: HouseholdId; others: number }>(
    `select mine.household, (select count(*) from people o where o.household = mine.household and not o.id = any($1)
       and o.merged_into is null and o.erased_on is null and o.died_on is null) as others
     from people mine where mine.id = any($1) and mine.household is not null limit 1`,
    [ids],
  );
  return row === undefined ? null : { household: row.household, isAlone: row.others === 0 };
}

/** The visit class of a household nobody lives in any more says something about who did. */
async function forgetColour(tx: Tx, household: HouseholdId): Promise<void> {
  await tx.query(`update households set colour = 'green' where id = $1`, [household]);
  await tx.query(
    `update registry_versions set body = body || '{"colour": "green"}' where entity = 'household' and id = $1`,
    [household],
  );
}

const HIDDEN = /seal|mask$|index$|grams/i;

/** Without what is only there to seal and to search. */
function shown(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !HIDDEN.test(name)));
}
