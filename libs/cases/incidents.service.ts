import type { Actor, JsonObject } from '#libs/engine';
import type { Tx } from '#libs/database';

import type { Annotator } from './annotations.types.js';
import { Conditions } from './conditions.sql.js';
import { decodeCursor, ID_SHAPE, INSTANT_SHAPE, limitOf, pageOf } from './cursor.rules.js';
import { draftText, type TextDraft } from './inputs.rules.js';
import { INSTANT } from './load.sql.js';
import { AlreadyDoneError, type TakenRow } from './outbox.sql.js';
import type { Incident, IncidentQuery, Page } from './views.types.js';

type Decision = Exclude<Incident['status'], 'open'>;

/** What a decision does to the outbox row behind an incident. */
const OUTBOX_AFTER: Record<Decision, string> = {
  retried: `status = 'pending', attempts = 0, locked_until = null, next_at = ${INSTANT('$2')}`,
  skipped: `status = 'skipped', done_at = ${INSTANT('$2')}`,
  resolved: `status = 'done', done_at = ${INSTANT('$2')}`,
};

const COLUMNS = `id, case_id as "caseId", kind, workflow, name, error, attempts, since, status`;

interface OpenIncident {
  caseId: string | null;
  outboxId: string | null;
}

/** Trouble that waits for a decision: nothing that failed for good is dropped silently. Every decision is journaled. */
export class Incidents {
  constructor(private readonly cases: Annotator) {}

  /** Incidents, newest first. */
  async list(query: IncidentQuery = {}): Promise<Page<Incident>> {
    const limit = limitOf(query.limit);
    const conditions = new Conditions()
      .and('realm = ?', this.cases.world.realm)
      .and('case_id = ?', query.caseId)
      .and('status = ?', query.status);
    if (query.cursor !== undefined) {
      const [since, id] = decodeCursor(query.cursor, [INSTANT_SHAPE, ID_SHAPE]);
      conditions.and('(since, id) < (?::timestamptz, ?)', since, id);
    }
    const rows = await this.cases.database.query<Incident>(
      `select ${COLUMNS} from incidents where ${String(conditions)} order by since desc, id desc limit ${String(limit + 1)}`,
      conditions.params,
    );
    return pageOf(rows, limit, (row) => [row.since, row.id]);
  }

  /** Tries the effect, or the clock that failed, again from the beginning. False when no such incident is open. */
  retry(incident: string, actor: Actor): Promise<boolean> {
    return this.decide(incident, { status: 'retried', actor });
  }

  /** Gives the effect up. */
  skip(incident: string, actor: Actor): Promise<boolean> {
    return this.decide(incident, { status: 'skipped', actor });
  }

  /** Somebody has done by hand what the effect should have done; `note` says what, and is stored as a text. */
  resolve(incident: string, actor: Actor, note: string): Promise<boolean> {
    return this.decide(incident, { status: 'resolved', actor, note });
  }

  /** Makes an incident of an outbox row whose attempts are used up. */
  async open(row: TakenRow, error: string): Promise<void> {
    const { world } = this.cases;
    const id = world.mint.id();
    const body = {
      incident: id,
      kind: 'effect',
      effect: row.id,
      name: row.name,
      attempts: row.attempts,
      status: 'open',
    };
    const entry = { kind: 'incident' as const, by: { kind: 'system', name: 'outbox' } as const, texts: [], body };
    await this.cases.annotate(row.caseId, entry, async (tx) => {
      const now = this.cases.virtualNow();
      const rows = await tx.query(
        `update outbox set status = 'incident', locked_until = null, last_error = $2 where id = $1 and status = 'pending' returning id`,
        [row.id, error],
      );
      if (rows.length === 0) throw new AlreadyDoneError();
      await tx.query(
        `insert into incidents (id, realm, case_id, outbox_id, kind, workflow, name, error, attempts, since, status)
         values ($1, $2, $3, $4, 'effect', $5, $6, $7, $8, ${INSTANT('$9')}, 'open')`,
        [id, world.realm, row.caseId, row.id, row.workflow, row.name, error, row.attempts, now],
      );
    });
  }

  /**
   * Puts something aside that a case could not hear, or that somebody has to see to, with the reason. Nothing else waits for it: the
   * clocks of the case go on. What is open under this name already is counted again, and journaled once.
   */
  async raise(caseId: string, { name, error }: { name: string; error: string }): Promise<void> {
    const { world, database } = this.cases;
    const again = await database.query(
      `update incidents set attempts = attempts + 1, error = $3
       where case_id = $1 and name = $2 and kind = 'fault' and status = 'open' returning id`,
      [caseId, name, error],
    );
    if (again.length > 0) return;
    const id = world.mint.id();
    const body = { incident: id, kind: 'fault', name, status: 'open' };
    const entry = { kind: 'incident' as const, by: { kind: 'system', name: 'engine' } as const, texts: [], body };
    await this.cases.annotate(caseId, entry, async (tx) => {
      await tx.query(
        `insert into incidents (id, realm, case_id, kind, workflow, name, error, attempts, since, status)
         select $1, $2, id, 'fault', workflow, $4, $5, 1, ${INSTANT('$6')}, 'open' from cases where id = $3`,
        [id, world.realm, caseId, name, error, this.cases.virtualNow()],
      );
    });
  }

  private async decide(
    incident: string,
    decision: { status: Decision; actor: Actor; note?: string },
  ): Promise<boolean> {
    const [open] = await this.cases.database.query<OpenIncident>(
      `select case_id as "caseId", outbox_id as "outboxId" from incidents where id = $1 and status = 'open'`,
      [incident],
    );
    if (open === undefined) return false;
    const { status, actor, note } = decision;
    const texts = note === undefined ? [] : [draftText(note, this.cases.world.mint)];
    const settle = (tx: Tx): Promise<void> => this.settle(tx, { ...open, incident, status, actor, texts });
    try {
      if (open.caseId === null) await this.cases.database.transaction(settle);
      else await this.cases.annotate(open.caseId, entryOf(incident, { status, actor, texts }), settle);
      return true;
    } catch (error) {
      if (error instanceof AlreadyDecidedError) return false;
      throw error;
    }
  }

  private async settle(
    tx: Tx,
    decision: OpenIncident & { incident: string; status: Decision; actor: Actor; texts: TextDraft[] },
  ): Promise<void> {
    const { incident, status, actor, texts, outboxId, caseId } = decision;
    const now = this.cases.virtualNow();
    const rows = await tx.query(
      `update incidents set status = $2, decided_by = $3, note = $4, decided_at = ${INSTANT('$5')}
       where id = $1 and status = 'open' returning id`,
      [incident, status, actor, texts[0]?.id ?? null, now],
    );
    if (rows.length === 0) throw new AlreadyDecidedError();
    if (outboxId !== null) await tx.query(`update outbox set ${OUTBOX_AFTER[status]} where id = $1`, [outboxId, now]);
    else if (caseId !== null) await tx.query(`update cases set stuck_until = null where id = $1`, [caseId]);
  }
}

/** Two people decided at the same time; the first one counts. */
class AlreadyDecidedError extends Error {
  override readonly name = 'AlreadyDecidedError';
}

function entryOf(incident: string, { status, actor, texts }: { status: Decision; actor: Actor; texts: TextDraft[] }) {
  const body: JsonObject = { incident, status };
  return { kind: 'incident' as const, by: actor, texts, body };
}
