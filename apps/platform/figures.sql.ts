import type { Database } from '#libs/database';

/*
 * The composition root counts rows for operators and for the start page. It reads figures only: everything else about cases goes
 * through `libs/cases`.
 */

const GAUGES = `select
  (select count(*)::int from outbox where status = 'pending') as outbox,
  (select count(*)::int from incidents where status = 'open') as incidents,
  (select extract(epoch from clock_timestamp() - min(next_due_at))::float8 from cases
    where realm = 'live' and next_due_at is not null) as late,
  (select count(*)::int from deliveries where status = 'pending' and next_at <= clock_timestamp()) as "deliveriesDue",
  (select extract(epoch from clock_timestamp() - min(next_at))::float8 from deliveries
    where status = 'pending' and attempts = 0 and next_at <= clock_timestamp()) as "deliveryLate",
  (select count(*)::int from deliveries where status = 'failed' and done_at > clock_timestamp() - interval '1 day') as "deliveriesFailed",
  (select count(*)::int from webhook_deliveries where status = 'pending' and attempts > 0) as "webhooksRetried",
  (select count(*)::int from call_entries where status = 'open') as "callsOpen"`;

/** What is read from the database when somebody scrapes the metrics. */
export interface Gauged {
  outboxPending: number;
  openIncidents: number;
  /** How late the most overdue clock is that has not fired yet, in seconds. */
  clockLatenessSeconds: number;
  /** Messages whose time has come and that have not gone. */
  deliveriesDue: number;
  /** How late the oldest message is that nobody has tried to send, in seconds. */
  deliveryLatenessSeconds: number;
  /** Messages given up within a day. */
  deliveriesFailed: number;
  /** Events to other systems that were refused and are tried again. */
  webhooksRetried: number;
  /** Residents to be called. */
  callsOpen: number;
}

interface GaugeRow {
  outbox: number;
  incidents: number;
  late: number | null;
  deliveriesDue: number;
  deliveryLate: number | null;
  deliveriesFailed: number;
  webhooksRetried: number;
  callsOpen: number;
}

export function gaugesOf(database: Database): () => Promise<Gauged> {
  return async () => {
    const [row] = await database.query<GaugeRow>(GAUGES);
    return {
      outboxPending: row?.outbox ?? 0,
      openIncidents: row?.incidents ?? 0,
      clockLatenessSeconds: Math.max(0, row?.late ?? 0),
      deliveriesDue: row?.deliveriesDue ?? 0,
      deliveryLatenessSeconds: Math.max(0, row?.deliveryLate ?? 0),
      deliveriesFailed: row?.deliveriesFailed ?? 0,
      webhooksRetried: row?.webhooksRetried ?? 0,
      callsOpen: row?.callsOpen ?? 0,
    };
  };
}

/** How many issues are in progress, done and cancelled. */
export interface IssueNumbers {
  active: number;
  done: number;
  cancelled: number;
}

export async function issueNumbers(database: Database): Promise<IssueNumbers> {
  const rows = await database.query<{ status: keyof IssueNumbers; count: number }>(
    `select status, count(*)::int as count from cases where realm = 'live' and workflow = 'issue' group by status`,
  );
  return { active: 0, done: 0, cancelled: 0, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) };
}
