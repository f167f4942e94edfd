import type { Tx } from '#libs/database';
import type { Instant, Label } from '#libs/engine';
import type { Grant } from '#libs/registry';

/** A message in somebody's inbox. */
export interface InboxMessage {
  id: string;
  /** Empty: about no case. */
  caseId: string;
  at: Instant;
  about: string;
  severity: string | null;
  clock: string | null;
  rung: string | null;
  text: string | null;
  /** What it says, where it is about no case. */
  said: Label | null;
  readAt: Instant | null;
}

export interface InboxQuery {
  person: string;
  /** What the person's offices amount to: messages to a role reach whoever holds it now. */
  grants: readonly Grant[];
  unreadOnly?: boolean;
  /** Only messages before this one (its `at` and `id`). */
  before?: { at: Instant; id: string };
  /** 1 to 200, default 50. */
  limit?: number;
}

/** Something on the public page. */
export interface PublicationRow {
  id: string;
  caseId: string;
  /** `null` for what concerns several issues, such as minutes. */
  issue: string | null;
  unit: string;
  kind: 'news' | 'notice';
  about: string;
  title: string | null;
  text: string | null;
  evidence: string[];
  blocking: boolean;
  days: number;
  at: Instant;
  removedAt: Instant | null;
  outcome: string | null;
}

export interface PublicationQuery {
  units: readonly string[];
  kind?: 'news' | 'notice';
  /** Also what was taken down. */
  archive?: boolean;
  /** Only what was published before this one (its `at` and `id`). */
  before?: { at: Instant; id: string };
  /** 1 to 200, default 50. */
  limit?: number;
}

const MINE = `(m.person = $1::text or exists (select 1 from unnest($2::text[], $3::text[]) as g(role, unit)
  where g.role = m.role and g.unit = m.unit)) and not m.excluded @> array[$1::text]`;

/** Reads and marks what was told. */
export class Inbox {
  /** Messages of a person, newest first. */
  async list(tx: Tx, query: InboxQuery): Promise<InboxMessage[]> {
    const limit = Math.min(200, Math.max(1, query.limit ?? 50));
    return tx.query<InboxMessage>(
      `select m.id, m.case_id as "caseId", m.at, m.about, m.severity, m.clock, m.rung, m.text, m.said, r.at as "readAt"
       from messages m left join message_reads r on r.message = m.id and r.person = $1::text
       where ${MINE} and (not $4::boolean or r.at is null)
         and ($5::timestamptz is null or (m.at, m.id) < ($5::timestamptz, $6::text))
       order by m.at desc, m.id desc limit ${String(limit)}`,
      [...this.#mine(query), query.unreadOnly ?? false, query.before?.at, query.before?.id],
    );
  }

  /** How many messages a person has not read. */
  async unread(tx: Tx, query: Pick<InboxQuery, 'person' | 'grants'>): Promise<number> {
    const rows = await tx.query<{ count: number }>(
      `select count(*) as count from messages m where ${MINE}
       and not exists (select 1 from message_reads r where r.message = m.id and r.person = $1::text)`,
      this.#mine(query),
    );
    return rows[0]?.count ?? 0;
  }

  /** Marks messages as read; those the person cannot see are left alone. */
  async markRead(
    tx: Tx,
    query: Pick<InboxQuery, 'person' | 'grants'>,
    read: { ids: string[]; at: Instant },
  ): Promise<void> {
    await tx.query(
      `insert into message_reads (message, person, at) select m.id, $1::text, $4::timestamptz from messages m where ${MINE} and m.id = any($5)
       on conflict do nothing`,
      [...this.#mine(query), read.at, read.ids],
    );
  }

  /** What hangs at these units now, newest first; with `archive`, also what was taken down. */
  async publications(tx: Tx, query: PublicationQuery): Promise<PublicationRow[]> {
    const limit = Math.min(200, Math.max(1, query.limit ?? 50));
    return tx.query<PublicationRow>(
      `select id, case_id as "caseId", issue, unit, kind, about, title, text, evidence, blocking, days, at,
              removed_at as "removedAt", outcome
       from publications where unit = any($1) and ($2::text is null or kind = $2) and ($3::boolean or removed_at is null)
         and ($4::timestamptz is null or (at, id) < ($4::timestamptz, $5::text))
       order by at desc, id desc limit ${String(limit)}`,
      [query.units, query.kind, query.archive ?? false, query.before?.at, query.before?.id],
    );
  }

  /** Everything that was published by a case or about an issue, oldest first, also what was taken down. */
  async about(tx: Pick<Tx, 'query'>, caseId: string): Promise<PublicationRow[]> {
    return tx.query<PublicationRow>(
      `select id, case_id as "caseId", issue, unit, kind, about, title, text, evidence, blocking, days, at,
              removed_at as "removedAt", outcome
       from publications where issue = $1 or case_id = $1 order by at, id`,
      [caseId],
    );
  }

  /** What people by id were told about a case, oldest first; what warns them of a clock is left out. */
  async toldAbout(
    tx: Pick<Tx, 'query'>,
    { caseId, persons }: { caseId: string; persons: readonly string[] },
  ): Promise<{ id: string; text: string | null }[]> {
    return tx.query(
      `select id, text from messages where case_id = $1 and person = any($2::text[]) and clock is null order by at, id`,
      [caseId, persons],
    );
  }

  #mine({ person, grants }: Pick<InboxQuery, 'person' | 'grants'>): [string, string[], string[]] {
    return [person, grants.map(({ role }) => role), grants.map(({ unit }) => unit)];
  }
}
