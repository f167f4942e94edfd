import type { Database, Tx } from '#libs/database';
import type { PersonId } from '#libs/registry';

interface GivenNumber {
  system: string;
  number: string;
  caseId: string;
  by: PersonId;
}

/** Numbers other systems know our cases by: each of them names one case, an issue or a task. */
export class ExternalNumbers {
  constructor(private readonly options: { database: Database; now: () => string }) {}

  /** The case with the number; `null`: none has it. */
  async caseOf(system: string, number: string): Promise<string | null> {
    return holderOf(this.options.database, system, number);
  }

  /** Gives a case a number, unless another case has it. Answers the case that has it now. */
  async give({ system, number, caseId, by }: GivenNumber): Promise<string> {
    return this.options.database.transaction(async (tx) => {
      await tx.query(
        'insert into external_numbers (system, number, case_id, by, at) values ($1, $2, $3, $4, $5) on conflict do nothing',
        [system, number, caseId, by, this.options.now()],
      );
      return (await holderOf(tx, system, number)) ?? caseId;
    });
  }

  /** A number that was kept for a case that turned out to be another one, or never began (`to: null`). */
  async move({ system, number, caseId, to }: Omit<GivenNumber, 'by'> & { to: string | null }): Promise<void> {
    const { database } = this.options;
    const own = 'where system = $1 and number = $2 and case_id = $3';
    if (to === null) await database.query(`delete from external_numbers ${own}`, [system, number, caseId]);
    else await database.query(`update external_numbers set case_id = $4 ${own}`, [system, number, caseId, to]);
  }

  /** Numbers of many cases, in one question; a case without any is left out. */
  async ofMany(caseIds: readonly string[]): Promise<Map<string, { system: string; number: string }[]>> {
    const rows = await this.options.database.query<{ id: string; system: string; number: string }>(
      'select case_id as id, system, number from external_numbers where case_id = any($1::text[]) order by system, number',
      [caseIds],
    );
    const numbers = new Map<string, { system: string; number: string }[]>();
    for (const { id, system, number } of rows) numbers.set(id, [...(numbers.get(id) ?? []), { system, number }]);
    return numbers;
  }

  /** Numbers of a case. */
  async of(caseId: string): Promise<{ system: string; number: string; at: string }[]> {
    return this.options.database.query(
      'select system, number, at from external_numbers where case_id = $1 order by system, number',
      [caseId],
    );
  }
}

async function holderOf(on: Pick<Tx, 'query'>, system: string, number: string): Promise<string | null> {
  const rows = await on.query<{ case: string }>(
    'select case_id as "case" from external_numbers where system = $1 and number = $2',
    [system, number],
  );
  return rows[0]?.case ?? null;
}
