import type { Database, Tx } from '#libs/database';
import { abilities, stateLabels, type Actor, type Stored } from '#libs/engine';

import { projectedDueOf } from '#libs/calendar';

import { calendarOf, type CaseClock } from './clocks.rules.js';
import type { AbilityHook } from './commands.types.js';
import { Conditions, listConditions, visibleTo } from './conditions.sql.js';
import { decodeCursor, ID_SHAPE, INSTANT_SHAPE, limitOf, NUMBER_SHAPE, pageOf } from './cursor.rules.js';
import { readDesk } from './desk.sql.js';
import { recordOf, RECORD_COLUMNS, type CaseColumns } from './load.sql.js';
import type { Policies } from './policies.service.js';
import { partiesOf, summaryOf, waitingOf } from './rows.rules.js';
import { stepContext } from './context.rules.js';
import type {
  CaseQuery,
  CaseRow,
  CaseView,
  ClockView,
  DeskItem,
  DeskQuery,
  JournalEntry,
  Page,
  PageQuery,
  Viewer,
} from './views.types.js';
import type { CaseRecord, World } from './work.types.js';

export interface ReadParts {
  database: Database;
  world: World;
  policies: Policies;
  mayAct: AbilityHook;
}

const ROW = `c.id, c.workflow, c.version, c.status, c.stage, t.body as title, c.unit, c.category, c.visibility,
  c.created_at as "createdAt", c.changed_at as "changedAt", c.next_due_at as "nextDueAt", c.parent, c.realm`;
const FROM = `from cases c left join texts t on t.id = c.title`;

const ANYBODY: Actor = { kind: 'system', name: 'reader' };
/** Ids of texts are UUIDs; everything else in a context is not looked up. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads about cases. Nothing here locks or writes. */
export class CaseReads {
  constructor(private readonly parts: ReadParts) {}

  /** Cases, newest first. */
  async list(query: CaseQuery): Promise<Page<CaseRow>> {
    const limit = limitOf(query.limit);
    const conditions = listConditions(this.parts.world.realm, query);
    if (query.cursor !== undefined) {
      const [createdAt, id] = decodeCursor(query.cursor, [INSTANT_SHAPE, ID_SHAPE]);
      conditions.and('(c.created_at, c.id) < (?::timestamptz, ?)', createdAt, id);
    }
    const rows = await this.parts.database.query<CaseRow>(
      `select ${ROW} ${FROM} where ${String(conditions)} order by c.created_at desc, c.id desc limit ${String(limit + 1)}`,
      conditions.params,
    );
    return pageOf(rows, limit, (row) => [row.createdAt, row.id]);
  }

  /** Entries of a journal, first to last. */
  async journal(caseId: string, query: PageQuery): Promise<Page<JournalEntry>> {
    const limit = limitOf(query.limit);
    const [after] = query.cursor === undefined ? ['0'] : decodeCursor(query.cursor, [NUMBER_SHAPE]);
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

  /** Everything a page about a case needs; `null` when there is no such case for this viewer. */
  get(caseId: string, { actor, viewer }: { actor?: Actor; viewer?: Viewer }): Promise<CaseView | null> {
    const options = { isolation: 'repeatable read', readOnly: true } as const;
    return this.parts.database.transaction(async (tx) => {
      const conditions = visibleTo(new Conditions().and('c.id = ?', caseId), viewer);
      const rows = await tx.query<CaseColumns & CaseRow>(
        `select ${RECORD_COLUMNS}, ${ROW} ${FROM} where ${String(conditions)}`,
        conditions.params,
      );
      const [row] = rows;
      return row === undefined ? null : this.view(tx, row, actor);
    }, options);
  }

  private async view(tx: Tx, row: CaseColumns & CaseRow, actor: Actor | undefined): Promise<CaseView> {
    const { world, policies } = this.parts;
    const record = recordOf(row);
    await policies.ensure(tx, [record.stored.policy]);
    const registered = world.registered(record.workflow);
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
      states: stateLabels(registered, record.stored).map(({ state, label }) => ({ id: state, label })),
      context: record.stored.context,
      policy: record.stored.policy,
      definition: record.stored.definition,
      parties: partiesOf(world, record),
      clocks: Object.entries(record.clocks).map(([clock, held]) => this.clockView(record, clock, held)),
      awaits: waitingOf(world, record),
      abilities: await this.abilitiesOf(tx, record, actor),
      ...(await readNeighbours(tx, record)),
    };
  }

  /** Acts the chart would take, asked of the ability hook one by one. */
  private async abilitiesOf(tx: Tx, record: CaseRecord, actor: Actor | undefined): Promise<string[]> {
    const { world, mayAct } = this.parts;
    const registered = world.registered(record.workflow);
    const at = record.changedAt;
    const possible = abilities(
      registered,
      record.stored,
      stepContext(world, record.stored.policy, { by: actor ?? ANYBODY, at }),
    );
    if (actor === undefined) return possible;
    const { unit, visibility } = summaryOf(world, record);
    const parties = partiesOf(world, record);
    const allowed: string[] = [];
    for (const act of possible) {
      const who = registered.workflow.acts[act]?.who ?? [];
      const question = { actor, act, workflow: record.workflow, who, caseId: record.id, unit, visibility, parties };
      if (await mayAct(question, tx)) allowed.push(act);
    }
    return allowed;
  }

  private clockView(record: CaseRecord, clock: string, held: CaseClock): ClockView {
    const { world } = this.parts;
    const label = world.registered(record.workflow).workflow.clocks[held.name]?.label ?? {
      zh: held.name,
      en: held.name,
    };
    const calendar = calendarOf(world.calendars, held.calendar);
    const dueAt = held.dueAt ?? projectedDueOf(calendar, held.ledger, record.changedAt).dueAt;
    const paused = held.dueAt === null;
    return {
      clock,
      name: held.name,
      label,
      state: held.fired ? 'due' : paused ? 'paused' : 'running',
      dueAt,
      armedAt: held.ledger.armedAt,
      rungs: held.rungs.map(({ name, severity, at, fired }) => ({ name, severity, at, fired })),
    };
  }
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
