import { randomUUID } from 'node:crypto';

import { PLATFORM_ENTITIES, registerWorkflows } from '#apps/platform';
import { presetCalendars } from '#libs/calendar';
import { Cases, type Answer, type CasesOptions } from '#libs/cases';
import { openDatabase, type Database } from '#libs/database';
import type { Actor } from '#libs/engine';

import { REPORT } from './issue.samples.js';

const ANN: Actor = { kind: 'person', person: 'ann' };
const COL: Actor = { kind: 'person', person: 'col' };

/** Acts in one transaction of {@link Issues.manyNotes}. */
const BATCH = 250;

/** Issues in a database, without anything around them: no access rules, no worker, no HTTP. */
export class Issues {
  private readonly run = randomUUID();
  private keys = 0;

  private constructor(
    readonly database: Database,
    readonly cases: Cases,
  ) {}

  /** @param url as for `openDatabase`; the tables are made. */
  static async open(url: string, options: Partial<CasesOptions> = {}): Promise<Issues> {
    const database = await openDatabase({ url, entities: PLATFORM_ENTITIES });
    await ((await database.pendingMigrations()).length > 0 ? database.migrate() : makeTables(database));
    const cases = new Cases({ database, workflows: registerWorkflows(), calendars: presetCalendars(), ...options });
    return new Issues(database, cases);
  }

  /** Starts issues, `clients` at once; answers their ids. */
  start(count: number, clients: number): Promise<string[]> {
    return byClients(
      clients,
      Array.from({ length: count }, () => null),
      async () => {
        const { caseId } = taken(
          await this.cases.start({ workflow: 'issue', input: REPORT, actor: ANN, key: this.key() }),
        );
        return caseId;
      },
    );
  }

  /** An act that holds one clock, arms another, posts an effect, keeps a text and changes the desks. */
  async ask(caseId: string): Promise<void> {
    taken(
      await this.cases.act({
        caseId,
        act: 'askInformation',
        input: { text: 'Which floor?' },
        actor: COL,
        key: this.key(),
      }),
    );
  }

  /** Leads back to where {@link ask} can be done again: twice in the life of an issue. */
  async answer(caseId: string): Promise<void> {
    taken(
      await this.cases.act({
        caseId,
        act: 'giveInformation',
        input: { text: 'The third' },
        actor: ANN,
        key: this.key(),
      }),
    );
  }

  /** An act that can be repeated for ever: a journal entry and a text. */
  async note(caseId: string): Promise<void> {
    taken(await this.cases.act({ caseId, act: 'addNote', input: { text: 'Went there' }, actor: COL, key: this.key() }));
  }

  /** Many notes in few transactions, to make a journal long. */
  async manyNotes(caseId: string, count: number): Promise<void> {
    for (let left = count; left > 0; left -= BATCH) {
      const commands = Array.from({ length: Math.min(BATCH, left) }, () => ({
        kind: 'act' as const,
        caseId,
        act: 'addNote',
        input: { text: 'Went there' },
        actor: COL,
        key: this.key(),
      }));
      (await this.cases.applyBatch(commands)).forEach(taken);
    }
  }

  private key(): string {
    this.keys += 1;
    return `${this.run}-${String(this.keys)}`;
  }
}

/** As long as there is no first migration the tables follow the entities. */
async function makeTables(database: Database): Promise<void> {
  const [row] = await database.query<{ exists: boolean }>(`select to_regclass('cases') is not null as exists`);
  if (row?.exists !== true) await database.createSchema();
}

/** Works a list off with so many clients at once; answers the results in no particular order. */
export async function byClients<Item, Result>(
  clients: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const left = [...items];
  const results: Result[] = [];
  const client = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: clients }, client));
  return results;
}

function taken(answer: Answer) {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return answer;
}
