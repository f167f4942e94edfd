import type { Database, Tx } from '#libs/database';
import { abilities, stateLabels, type Actor, type Instant, type Stored } from '#libs/engine';

import { explainClock, projectedDueOf } from '#libs/calendar';

import type { CaseClock } from './case-clock.types.js';
import type { AbilityHook, AbilityQuestion, JudgeHook } from './commands.types.js';
import { decodeCursor, limitOf, NUMBER_SHAPE, pageOf } from './cursor.rules.js';
import { readDesk } from './desk.sql.js';
import { calendarOfClock, type Ground } from './ground.rules.js';
import { SessionGround } from './ground.service.js';
import { readList, readRecords, ROW, visibleAmong } from './list.sql.js';
import { INSTANT, later, readRecord, recordOf, RECORD_COLUMNS, type CaseColumns } from './load.sql.js';
import type { Policies } from './policies.service.js';
import { partiesOf, summaryOf, waitingOf } from './rows.rules.js';
import { stepContext } from './context.rules.js';
import type {
  AbleRow,
  CaseQuery,
  CaseRow,
  CaseView,
  ClockExplanation,
  ClockMove,
  ClockView,
  DeskItem,
  DeskQuery,
  JournalEntry,
  Page,
  JournalQuery,
  Viewer,
} from './views.types.js';
import type { CaseRecord, World } from './work.types.js';

export interface ReadParts {
  database: Database;
  world: World;
  policies: Policies;
  mayAct: AbilityHook;
  judgeFor: JudgeHook | undefined;
  /** Instant of a virtual world, or `null`. */
  virtualNow: () => Instant | null;
}

const ANYBODY: Actor = { kind: 'system', name: 'reader' };
/** Ids of texts are UUIDs; everything else in a context is not looked up. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A case as it is read for its page, with the number of the newest edit of a calendar. */
type ReadRow = CaseColumns & CaseRow & { newest: number | null };

/** Reads about cases. Nothing here locks or writes. */
export class CaseReads {
  constructor(private readonly parts: ReadParts) {}

  /** Cases, newest first. */
  list(query: CaseQuery): Promise<Page<CaseRow>> {
    return readList(this.parts.database, this.parts.world.realm, query);
  }

  /** The same with what the actor may do on each: who asks is read once, however many cases and acts there are. */
  listFor(query: CaseQuery, actor: Actor): Promise<Page<AbleRow>> {
    return this.parts.database.transaction(
      async (tx) => {
        const page = await readRecords(tx, this.parts.world.realm, query);
        const open = page.rows.filter(({ status }) => status === 'active').map(recordOf);
        await this.parts.policies.ensure(
          tx,
          open.map(({ stored }) => stored.policy),
        );
        const abilities = await this.abilitiesOf(tx, open, actor);
        const byId = new Map(open.map(({ id }, index) => [id, abilities[index] ?? []]));
        const rows = page.rows.map((row) => ({ ...shownOf(row), abilities: byId.get(row.id) ?? [] }));
        return { rows, next: page.next };
      },
      { readOnly: true },
    );
  }

  visible(ids: readonly string[], viewer: Viewer): Promise<ReadonlySet<string>> {
    return visibleAmong(this.parts.database, ids, viewer);
  }

  async confidential(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const asked = [...new Set(ids)];
    const rows = await this.parts.database.query<{ id: string }>(
      `select id from cases where id = any($1::text[]) and visibility <> 'confidential'`,
      [asked],
    );
    const open = new Set(rows.map(({ id }) => id));
    return new Set(asked.filter((id) => !open.has(id)));
  }

  /** Entries of a journal, first to last; with `after` only later ones than that. */
  async journal(caseId: string, query: JournalQuery): Promise<Page<JournalEntry>> {
    const limit = limitOf(query.limit);
    const [after] =
      query.cursor === undefined ? [String(query.after ?? 0)] : decodeCursor(query.cursor, [NUMBER_SHAPE]);
    const rows = await this.parts.database.query<JournalEntry>(
      `select case_id as "caseId", seq, at, kind, by, body, prev_hash as "prevHash", hash from journal
       where case_id = $1 and seq > $2 order by seq limit ${String(limit + 1)}`,
      [caseId, after],
    );
    return pageOf(rows, limit, (row) => [String(row.seq)]);
  }

  desk(query: DeskQuery): Promise<Page<DeskItem>> {
    return readDesk(this.parts.database, this.parts.world.realm, query);
  }

  async stored(caseId: string): Promise<Stored | null> {
    const rows = await this.parts.database.query<{ stored: Stored }>(`select stored from cases where id = $1`, [
      caseId,
    ]);
    return rows[0]?.stored ?? null;
  }

  /** Everything a page about a case needs; `null` when there is no such case. */
  get(caseId: string, { actor }: { actor?: Actor }): Promise<CaseView | null> {
    const options = { isolation: 'repeatable read', readOnly: true } as const;
    return this.parts.database.transaction(async (tx) => {
      const [row] = await tx.query<ReadRow>(
        `select ${RECORD_COLUMNS}, ${ROW}, ${this.parts.world.grounds.source?.newestSql ?? 'null::int'} as newest from cases c left join texts t on t.id = c.title where c.id = $1`,
        [caseId],
      );
      return row === undefined ? null : this.view(tx, row, actor);
    }, options);
  }

  private async view(tx: Tx, row: ReadRow, actor: Actor | undefined): Promise<CaseView> {
    const { world, policies } = this.parts;
    const record = recordOf(row);
    await policies.ensure(tx, [record.stored.policy]);
    const registered = world.registered(record.workflow);
    const ground = new SessionGround(tx, world.grounds);
    await ground.follow(row.newest ?? null);
    return {
      ...shownOf(row),
      states: stateLabels(registered, record.stored).map(({ state, label }) => ({ id: state, label })),
      context: record.stored.context,
      policy: record.stored.policy,
      definition: record.stored.definition,
      parties: partiesOf(world, record),
      clocks: await ground.run(() =>
        Object.entries(record.clocks).map(([clock, held]) => this.clockView(ground, record, { clock, held })),
      ),
      awaits: waitingOf(world, record),
      abilities: (await this.abilitiesOf(tx, [record], actor))[0] ?? [],
      ...(await readNeighbours(tx, record)),
    };
  }

  /** Why a clock is due when it is, as of now; `null` when there is no such case or clock. */
  explain(caseId: string, clock: string): Promise<ClockExplanation | null> {
    return this.parts.database.transaction(
      async (tx) => {
        const record = await readRecord(tx, caseId);
        const held = record?.clocks[clock];
        if (record === null || held === undefined) return null;
        const ground = new SessionGround(tx, this.parts.world.grounds);
        const [now] = await tx.query<{ at: Instant }>(`select ${INSTANT('$1')} as at`, [this.parts.virtualNow()]);
        const at = later(now?.at ?? '', record.changedAt);
        const moves = await readMoves(tx, caseId, { clock, since: held.ledger.armedAt });
        return ground.run(() => ({
          clock: this.clockView(ground, record, { clock, held }),
          explanation: explainClock(calendarOfClock(ground, held), held.ledger, at),
          measured: held.measured === undefined ? null : { unit: held.measured.unit, version: held.measured.version },
          moves,
        }));
      },
      { isolation: 'repeatable read', readOnly: true },
    );
  }

  /** Acts each chart would take now and the actor may do; without an actor, those it would take from somebody. */
  private async abilitiesOf(tx: Tx, records: readonly CaseRecord[], actor: Actor | undefined): Promise<string[][]> {
    const { judgeFor } = this.parts;
    if (actor === undefined) return records.map((record) => this.possible(record, ANYBODY));
    const questions = records.map((record) => this.questionOf(record, actor));
    if (judgeFor === undefined) return this.askedOneByOne(tx, records, actor);
    const units = [...new Set(questions.map(({ unit }) => unit ?? ''))];
    const judge = await judgeFor(actor, units, tx);
    return records.map((record, index) => {
      const { acts } = this.parts.world.registered(record.workflow).workflow;
      const question = questions[index];
      return question === undefined
        ? []
        : this.possible(record, actor, (act) => judge({ ...question, act, who: acts[act]?.who ?? [] }));
    });
  }

  private async askedOneByOne(tx: Tx, records: readonly CaseRecord[], actor: Actor): Promise<string[][]> {
    const answers: string[][] = [];
    for (const record of records) {
      const { acts } = this.parts.world.registered(record.workflow).workflow;
      const question = this.questionOf(record, actor);
      const allowed: string[] = [];
      for (const act of this.possible(record, actor))
        if (await this.parts.mayAct({ ...question, act, who: acts[act]?.who ?? [] }, tx)) allowed.push(act);
      answers.push(allowed);
    }
    return answers;
  }

  private possible(record: CaseRecord, by: Actor, among: (act: string) => boolean = () => true): string[] {
    const { world } = this.parts;
    const context = stepContext(world, record.stored.policy, { by, at: record.changedAt });
    return abilities(world.registered(record.workflow), record.stored, { ...context, among });
  }

  private questionOf(record: CaseRecord, actor: Actor): AbilityQuestion {
    const { world } = this.parts;
    const { unit, visibility } = summaryOf(world, record);
    const parties = partiesOf(world, record);
    return { actor, act: null, workflow: record.workflow, who: [], caseId: record.id, unit, visibility, parties };
  }

  private clockView(
    ground: Ground,
    record: CaseRecord,
    { clock, held }: { clock: string; held: CaseClock },
  ): ClockView {
    const { world } = this.parts;
    const label = world.registered(record.workflow).workflow.clocks[held.name]?.label ?? {
      zh: held.name,
      en: held.name,
    };
    const calendar = calendarOfClock(ground, held);
    const projected = projectedDueOf(calendar, held.ledger, record.changedAt);
    const dueAt = held.dueAt ?? projected.dueAt;
    const paused = held.dueAt === null;
    return {
      clock,
      name: held.name,
      label,
      state: held.fired ? 'due' : paused ? 'paused' : 'running',
      dueAt,
      pausedSince: paused ? (held.ledger.pauses.at(-1)?.from ?? null) : null,
      unconfirmedYears: projected.unconfirmedYears,
      armedAt: held.ledger.armedAt,
      rungs: held.rungs.map(({ name, severity, at, fired }) => ({ name, severity, at, fired })),
    };
  }
}

/** A row without what is stored beside it. */
function shownOf(row: CaseRow): CaseRow {
  const { id, workflow, version, status, stage, title, unit, category, visibility } = row;
  const { createdAt, changedAt, nextDueAt, parent, realm } = row;
  return {
    id,
    workflow,
    version,
    status,
    stage,
    title,
    unit,
    category,
    visibility,
    createdAt,
    changedAt,
    nextDueAt,
    parent,
    realm,
  };
}

interface MoveRow {
  seq: number;
  at: Instant;
  body: Omit<ClockMove, 'seq' | 'at' | 'before' | 'after'> & {
    moved?: { clock: string; before: Instant; after: Instant }[];
  };
}

/** Entries about edits of calendars since a clock was armed. */
async function readMoves(
  tx: Tx,
  caseId: string,
  { clock, since }: { clock: string; since: Instant },
): Promise<ClockMove[]> {
  const rows = await tx.query<MoveRow>(
    `select seq, at, body from journal where case_id = $1 and kind = 'reprojected' and at >= $2 order by seq`,
    [caseId, since],
  );
  return rows.flatMap(({ seq, at, body: { moved = [], calendar, unit, version, reason } }) =>
    moved
      .filter((one) => one.clock === clock)
      .map(({ before, after }) => ({ seq, at, before, after, calendar, unit, version, reason })),
  );
}

type Neighbours = Pick<CaseView, 'children' | 'links' | 'texts' | 'incidents'>;

async function readNeighbours(tx: Tx, { id, stored }: CaseRecord): Promise<Neighbours> {
  const [row] = await tx.query<Omit<Neighbours, 'texts'> & { texts: { id: string; body: string | null }[] }>(
    `select
       (select coalesce(json_agg(json_build_object('id', id, 'workflow', workflow, 'status', status, 'stage', stage, 'unit', unit)
          order by created_at, id), '[]'::json) from cases where parent = $1) as children,
       (select coalesce(json_agg(json_build_object('to', target, 'relation', relation) order by since, target), '[]'::json)
          from case_links where case_id = $1) as links,
       (select coalesce(json_agg(json_build_object('id', id, 'body', body)), '[]'::json)
          from texts where case_id = $1 or id = any($2::text[])) as texts,
       (select count(*)::int from incidents where case_id = $1 and status = 'open') as incidents`,
    [id, textIdsIn(stored.context)],
  );
  const { children = [], links = [], texts = [], incidents = 0 } = row ?? {};
  return { children, links, incidents, texts: Object.fromEntries(texts.map((text) => [text.id, text.body])) };
}

/** A case also shows texts of other cases that it refers to: a task the title of its issue. */
function textIdsIn(value: unknown): string[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textIdsIn);
}
