import type { Tx } from '#libs/database';
import type { Instant } from '#libs/engine';
import type { PersonId } from '#libs/registry';

import { refuse } from '../notify.refused.js';
import { DELIVERY_COLUMNS } from './deliveries.sql.js';
import type { DeliveryRow } from './deliveries.types.js';
import type { Channel, DeliveryStatus } from './deliveries.vocabulary.js';

/** How deliveries stand. */
export interface DeliveryStanding {
  channel: Channel | 'webhook';
  /** Whose time has come. */
  due: number;
  /** Waiting for an opening or the next attempt. */
  waiting: number;
  /** Given up in the last seven days. */
  failed: number;
  /** Sent in the last 24 hours. */
  sent: number;
  /** The oldest that is due and has not gone; null: none. */
  oldestDueAt: Instant | null;
  lastError: string | null;
}

/** Something laid down because there is no server for its channel. */
export interface SpooledMessage {
  id: string;
  channel: Channel;
  recipient: string;
  subject: string;
  text: string;
  at: Instant;
}

export interface LogQuery {
  status?: DeliveryStatus | undefined;
  channel?: Channel | undefined;
  caseId?: string | undefined;
  person?: PersonId | undefined;
  before?: { at: Instant; id: string } | undefined;
  limit: number;
}

/** What operators look at: what is on its way, what has failed, what was laid down. */
export class DeliveryLogbook {
  constructor(private readonly now: () => Instant) {}

  async standing(tx: Tx): Promise<DeliveryStanding[]> {
    const columns = (since: string): string => `
      count(*) filter (where status = 'pending' and next_at <= $1::timestamptz)::int as due,
      count(*) filter (where status = 'pending' and next_at > $1::timestamptz)::int as waiting,
      count(*) filter (where status = 'failed' and done_at > $1::timestamptz - interval '7 days')::int as failed,
      count(*) filter (where status = 'sent' and done_at > $1::timestamptz - interval '24 hours')::int as sent,
      min(${since}) filter (where status = 'pending' and next_at <= $1::timestamptz) as "oldestDueAt",
      (array_agg(last_error order by attempts desc) filter (where status = 'pending' and last_error is not null))[1] as "lastError"`;
    return tx.query<DeliveryStanding>(
      `select channel, ${columns('at')} from deliveries group by channel
       union all select 'webhook', ${columns('at')} from webhook_deliveries having count(*) > 0 order by 1`,
      [this.now()],
    );
  }

  /** Deliveries, latest planned first. */
  async list(tx: Tx, { status, channel, caseId, person, before, limit }: LogQuery): Promise<DeliveryRow[]> {
    return tx.query<DeliveryRow>(
      `select ${DELIVERY_COLUMNS} from deliveries d
       where ($1::text is null or d.status = $1) and ($2::text is null or d.channel = $2)
         and ($3::text is null or d.case_id = $3) and ($4::text is null or d.person = $4)
         and ($5::timestamptz is null or (d.planned_at, d.id) < ($5::timestamptz, $6::text))
       order by d.planned_at desc, d.id desc limit $7`,
      [status, channel, caseId, person, before?.at, before?.id, limit],
    );
  }

  /** Tries again what had been given up, under the id it had. @throws NotifyRefused `notify.not_replayable` */
  async replay(tx: Tx, id: string): Promise<DeliveryRow> {
    const rows = await tx.query<DeliveryRow>(
      `update deliveries d set status = 'pending', reason = null, next_at = $2::timestamptz, planned_at = $2::timestamptz, attempts = 0, done_at = null
       where d.id = $1 and d.status = 'failed' returning ${DELIVERY_COLUMNS}`,
      [id, this.now()],
    );
    return rows[0] ?? refuse('notify.not_replayable');
  }

  /** Tries everything again that was given up since an instant; answers how many. */
  async replayFailed(tx: Tx, since: Instant): Promise<number> {
    const rows = await tx.query(
      `update deliveries set status = 'pending', reason = null, next_at = $2::timestamptz, planned_at = $2::timestamptz, attempts = 0, done_at = null
       where status = 'failed' and done_at >= $1::timestamptz returning id`,
      [since, this.now()],
    );
    return rows.length;
  }

  /** What was laid down, newest first. */
  async spooled(tx: Tx, { before, limit }: Pick<LogQuery, 'before' | 'limit'>): Promise<SpooledMessage[]> {
    return tx.query<SpooledMessage>(
      `select id, channel, recipient, subject, text, at from delivery_spool
       where ($1::timestamptz is null or (at, id) < ($1::timestamptz, $2::text)) order by at desc, id desc limit $3`,
      [before?.at, before?.id, limit],
    );
  }
}
