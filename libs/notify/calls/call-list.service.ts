import { randomUUID } from 'node:crypto';

import type { Tx } from '#libs/database';
import type { Instant, Label } from '#libs/engine';
import type { LocalDate, PersonId, UnitId } from '#libs/registry';

import type { CallOutcome, CallReason, CallStatus } from '../deliveries/deliveries.vocabulary.js';
import type { Discreet } from '../deliveries/deliveries.types.js';
import { refuse } from '../notify.refused.js';
import { MESSAGE_WORDS } from '../words/message.catalogue.js';
import { numberOf } from '../words/wording.rules.js';

/** Somebody to be called. */
export interface CallEntry {
  id: string;
  person: PersonId;
  unit: UnitId;
  caseId: string;
  about: string;
  reason: CallReason;
  isReserved: boolean;
  status: CallStatus;
  at: Instant;
  doneAt: Instant | null;
  attempts: CallAttempt[];
}

/** One call that was made. */
export interface CallAttempt {
  at: Instant;
  onDate: LocalDate;
  by: PersonId;
  outcome: CallOutcome;
}

/** A call as it is written down; `key` is that of the request. */
export interface NewAttempt {
  by: PersonId;
  outcome: CallOutcome;
  key: string;
}

export interface NewCall {
  person: PersonId;
  unit: UnitId;
  caseId: string;
  message: string;
  cause: string;
  about: string;
  reason: CallReason;
  isReserved: boolean;
}

export interface CallQuery {
  units: readonly UnitId[];
  /** Also those of confidential cases: for those who run the community. */
  withReserved: boolean;
  status: CallStatus;
  limit: number;
  after?: { at: Instant; id: string };
}

/** Different days on which somebody must have been called in vain before it is given up. */
export const CALL_DAYS = 2;

const ROW = `c.id, c.person, c.unit, c.case_id as "caseId", c.about, c.reason, c.is_reserved as "isReserved", c.status, c.at,
  c.done_at as "doneAt",
  coalesce((select json_agg(json_build_object('at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'onDate', a.on_date, 'by', a.by, 'outcome', a.outcome) order by a.n) from call_attempts a where a.entry = c.id), '[]') as attempts`;

/** Kinds of messages that people are called about. */
const CALLED = Object.entries(MESSAGE_WORDS).flatMap(([key, { isCalled }]) => (isCalled ? [key] : []));

export interface CallListParts {
  now: () => Instant;
  today: () => LocalDate;
  /** Those of the cases that are discreet now; what does not exist counts as discreet. */
  discreet: Discreet;
}

/** Who is called because no message reaches them. */
export class CallList {
  constructor(private readonly parts: CallListParts) {}

  /** Puts somebody on the list, once for each thing they are to be told. */
  async add(tx: Tx, call: NewCall): Promise<boolean> {
    const { person, unit, caseId, message, cause, about, reason, isReserved } = call;
    const rows = await tx.query(
      `insert into call_entries (id, person, unit, case_id, message, cause, about, reason, is_reserved, status, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open', $10) on conflict do nothing returning id`,
      [randomUUID(), person, unit, caseId, message, cause, about, reason, isReserved, this.parts.now()],
    );
    return rows.length > 0;
  }

  /** Important messages to persons that nobody has read and that nobody is on the list for, from a place on: `from` and the id `after`. */
  async unread(
    tx: Tx,
    { from, until, after = '', limit }: { from: Instant; until: Instant; after?: string; limit: number },
  ): Promise<{ message: string; person: PersonId; caseId: string; about: string; at: Instant }[]> {
    return tx.query(
      `select m.id as message, m.person, m.case_id as "caseId", m.about, m.at from messages m
       where m.person is not null and m.about = any($1) and m.at >= $2::timestamptz and m.at < $3::timestamptz
         and (m.at, m.id) > ($2::timestamptz, $5::text) and m.planned_at is not null
         and not exists (select 1 from message_reads r where r.message = m.id)
         and not exists (select 1 from call_entries c where c.message = m.id)
       order by m.at, m.id limit $4`,
      [CALLED, from, until, limit, after],
    );
  }

  /** Takes off the list whoever has read the message meanwhile. Answers how many. */
  async settleRead(tx: Tx): Promise<number> {
    const rows = await tx.query(
      `update call_entries c set status = 'moot', done_at = $1 where c.status = 'open' and (
         exists (select 1 from message_reads r where r.message = c.message)
         or not exists (select 1 from messages m where m.id = c.message)) returning c.id`,
      [this.parts.now()],
    );
    return rows.length;
  }

  /** Entries as their cases are now: what has turned confidential since it was put on the list is shown to nobody else any more. */
  async list(tx: Tx, query: CallQuery): Promise<CallEntry[]> {
    const shown: CallEntry[] = [];
    for (let { after } = query; ;) {
      const rows = await this.#page(tx, { ...query, ...(after === undefined ? {} : { after }) });
      const known = await this.#asNow(tx, rows);
      shown.push(...known.filter(({ isReserved }) => query.withReserved || !isReserved));
      const last = rows.at(-1);
      if (last === undefined || rows.length < query.limit || shown.length >= query.limit)
        return shown.slice(0, query.limit);
      after = { at: last.at, id: last.id };
    }
  }

  async #asNow(tx: Tx, entries: readonly CallEntry[]): Promise<CallEntry[]> {
    const open = entries.filter(({ isReserved }) => !isReserved).map(({ caseId }) => caseId);
    const discreet = await this.parts.discreet(tx, [...new Set(open)]);
    return entries.map((entry) => ({ ...entry, isReserved: entry.isReserved || discreet.has(entry.caseId) }));
  }

  async #page(tx: Tx, { units, withReserved, status, limit, after }: CallQuery): Promise<CallEntry[]> {
    return tx.query<CallEntry>(
      `select ${ROW} from call_entries c where c.unit = any($1) and (not c.is_reserved or $2::boolean) and c.status = $3
         and ($5::timestamptz is null or (c.at, c.id) > ($5::timestamptz, $6::text))
       order by c.at, c.id limit $4`,
      [units, withReserved, status, limit, after?.at, after?.id],
    );
  }

  async read(tx: Tx, id: string): Promise<CallEntry | null> {
    const rows = await tx.query<CallEntry>(`select ${ROW} from call_entries c where c.id = $1`, [id]);
    return (await this.#asNow(tx, rows))[0] ?? null;
  }

  /**
   * Writes down a call. Whoever was reached, refused or has moved is done with; whoever was not reached on {@link CALL_DAYS}
   * different days is given up, and the entry says so.
   * @throws NotifyRefused `call.ended`
   */
  async log(tx: Tx, id: string, { by, outcome, key }: NewAttempt): Promise<CallEntry> {
    const [row] = await tx.query<{ status: CallStatus }>('select status from call_entries where id = $1 for update', [
      id,
    ]);
    const entry = (await this.read(tx, id)) ?? refuse('resource.unknown');
    const known = await tx.query('select n from call_attempts where entry = $1 and key = $2', [id, key]);
    if (known.length > 0) return entry;
    if (row?.status !== 'open') refuse('call.ended');
    const { now, today } = this.parts;
    await tx.query(
      `insert into call_attempts (entry, n, at, on_date, by, outcome, key)
       values ($1::varchar, (select count(*) + 1 from call_attempts where entry = $1::varchar), $2, $3, $4, $5, $6)`,
      [id, now(), today(), by, outcome, key],
    );
    const status = outcome === 'not_reached' ? await this.#afterMiss(tx, id) : 'done';
    if (status !== 'open')
      await tx.query('update call_entries set status = $2, done_at = $3 where id = $1', [id, status, now()]);
    return (await this.read(tx, id)) ?? refuse('resource.unknown');
  }

  async #afterMiss(tx: Tx, id: string): Promise<CallStatus> {
    const [row] = await tx.query<{ days: number }>(
      `select count(distinct on_date)::int as days from call_attempts where entry = $1 and outcome = 'not_reached'`,
      [id],
    );
    return (row?.days ?? 0) >= CALL_DAYS ? 'given_up' : 'open';
  }
}

/** What to say on the telephone or to put on a slip: what it is about, and no more than the person knows already. */
export function whatToSay({ about, caseId, isReserved }: Pick<CallEntry, 'about' | 'caseId' | 'isReserved'>): Label {
  if (isReserved) {
    return {
      zh: '您好，社区有一件与您有关的事要当面告诉您，请问什么时候方便？',
      en: 'The community has something to tell you in person. When would suit you?',
    };
  }
  const words = MESSAGE_WORDS[about];
  const number = numberOf(caseId);
  if (words === undefined) {
    return {
      zh: `您好，您的事项${number}有新进展，可以到社区或登录“民议”查看。`,
      en: `There is news of your matter ${number}: ask at the community office or sign in to Minyi.`,
    };
  }
  const said = (text: string): string => text.replaceAll('{number}', number);
  return {
    zh: `您好，${said(words.says.zh)}。可以到社区或登录“民议”查看，需要的话我来帮您办。`,
    en: `${said(words.says.en)}. Ask at the community office or sign in to Minyi; I can do it for you if you like.`,
  };
}
