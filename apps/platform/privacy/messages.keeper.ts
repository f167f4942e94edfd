import type { Database } from '#libs/database';
import { holding, type Holding, type Keeper } from '#libs/privacy';
import type { PersonId } from '#libs/registry';

/** The part of the inbox: what somebody was told, and what they have read. */
export class MessagesKeeper implements Keeper {
  readonly name = 'messages';

  constructor(private readonly database: Database) {}

  async held(ids: readonly PersonId[]): Promise<Holding[]> {
    const rows = await this.database.query<object>(
      `select m.at, m.about, m.case_id as "case", m.severity, t.body as text, r.at as "readAt" from messages m
       left join texts t on t.id = m.text left join message_reads r on r.message = m.id and r.person = any($1)
       where m.person = any($1) order by m.at desc`,
      [ids],
    );
    return [holding('messages', ['我的消息', 'My messages'], rows)];
  }

  async erase(ids: readonly PersonId[]): Promise<number> {
    const messages = await this.database.query(`delete from messages where person = any($1) returning id`, [ids]);
    const reads = await this.database.query(`delete from message_reads where person = any($1) returning message`, [
      ids,
    ]);
    return messages.length + reads.length;
  }
}
