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
    const deliveries = await this.database.query<object>(
      `select d.at, d.case_id as "case", d.channel, d.status, d.reason, d.done_at as "doneAt" from deliveries d
       where d.person = any($1) order by d.at desc`,
      [ids],
    );
    const preferences = await this.database.query<object>(
      `select language, email_confirmed_at as "emailConfirmedAt", channels, hours_from as "hoursFrom", hours_to as "hoursTo",
         digest, digest_hour as "digestHour" from notification_preferences where person = any($1)`,
      [ids],
    );
    const absences = await this.database.query<object>(
      `select from_date as "from", to_date as "to", ended_at as "endedAt" from notification_substitutes
       where person = any($1) order by from_date desc`,
      [ids],
    );
    const calls = await this.database.query<object>(
      `select c.at, c.case_id as "case", c.about, c.reason, c.status, c.done_at as "doneAt" from call_entries c
       where c.person = any($1) order by c.at desc`,
      [ids],
    );
    const follows = await this.database.query<object>(
      `select case_id as "case", since from follows where person = any($1) order by since desc`,
      [ids],
    );
    return [
      holding('messages', ['我的消息', 'My messages'], rows),
      holding('deliveries', ['发给我的邮件和短信', 'Mails and text messages to me'], deliveries),
      holding('notificationPreferences', ['我的提醒方式', 'How I am told'], preferences),
      holding('absences', ['我不在岗的日子', 'Days I was away'], absences),
      holding('calls', ['打给我的电话', 'Calls to me'], calls),
      holding('follows', ['我关注的事项', 'Matters I follow'], follows),
    ];
  }

  async erase(ids: readonly PersonId[]): Promise<number> {
    const messages = await this.database.query(`delete from messages where person = any($1) returning id`, [ids]);
    const reads = await this.database.query(`delete from message_reads where person = any($1) returning message`, [
      ids,
    ]);
    return messages.length + reads.length + (await this.eraseDeliveries(ids));
  }

  /** What is on its way goes first: nothing is sent to somebody who is gone. */
  private async eraseDeliveries(ids: readonly PersonId[]): Promise<number> {
    const statements = [
      'delete from deliveries where person = any($1) or instead_of = any($1) returning id',
      'delete from notification_preferences where person = any($1) returning person',
      'delete from notification_substitutes where person = any($1) or substitute = any($1) returning id',
      'delete from call_attempts where entry in (select id from call_entries where person = any($1)) returning entry',
      'delete from call_entries where person = any($1) returning id',
      'delete from follows where person = any($1) returning person',
      'delete from delivery_spool where person = any($1) returning id',
    ];
    let erased = 0;
    for (const statement of statements) erased += (await this.database.query(statement, [ids])).length;
    return erased;
  }
}
