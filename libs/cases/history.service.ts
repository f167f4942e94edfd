import type { Database, Tx } from '#libs/database';
import {
  abilities,
  awaits,
  start,
  step,
  type EngineEvent,
  type Json,
  type JsonObject,
  type Outcome,
  type Stored,
} from '#libs/engine';

import { canonicalJson, chainFaults, digestOf, inStorageOrder, textDigest } from './journal.rules.js';
import { readRecord } from './load.sql.js';
import type { Policies } from './policies.service.js';
import type { PartyRow } from './projection.types.js';
import { project, summaryOf } from './rows.rules.js';
import { stepContext } from './context.rules.js';
import type { CaseAsOf, Finding, JournalEntry, Rebuilt } from './views.types.js';
import type { CaseRecord, World } from './work.types.js';

export interface HistoryParts {
  database: Database;
  world: World;
  policies: Policies;
}

const COLUMNS = `case_id as "caseId", seq, at, kind, by, body, prev_hash as "prevHash", hash`;
const SNAPSHOT = { isolation: 'repeatable read', readOnly: true } as const;

/** Replays journals: to look at the past, to rebuild, to prove that nothing was changed. */
export class History {
  constructor(private readonly parts: HistoryParts) {}

  async asOf(caseId: string, seq: number): Promise<CaseAsOf | null> {
    const { database, world } = this.parts;
    const entries = await database.transaction(async (tx) => this.entries(tx, caseId, seq), SNAPSHOT);
    const last = entries.at(-1);
    if (last?.seq !== seq) return null;
    const replayed = this.replay(entries, 0);
    if (replayed.stored === null || replayed.problem !== null) {
      throw new Error(`the journal of ${caseId} cannot be replayed: ${replayed.problem ?? 'it has no beginning'}`);
    }
    const stored = this.current(replayed.stored);
    const registered = world.registered(stored.workflow);
    const ctx = stepContext(world, stored.policy, { by: last.by, at: last.at });
    return {
      caseId,
      seq,
      at: last.at,
      stored,
      awaits: awaits(registered, stored, ctx),
      acts: abilities(registered, stored, ctx),
      parties: registered.workflow.parties(stored.context),
    };
  }

  async rebuild(caseId: string): Promise<Rebuilt | null> {
    const found = await this.parts.database.transaction(async (tx) => {
      const record = await readRecord(tx, caseId);
      return record === null ? null : { record, entries: await this.entries(tx, caseId, record.seq) };
    }, SNAPSHOT);
    if (found === null) return null;
    const { record, entries } = found;
    const { stored, divergesAt, problem } = this.replay(entries, record.stored.definition);
    const same = divergesAt === null && canonicalJson(stored) === canonicalJson(record.stored);
    return { caseId, stored, same, divergesAt, problem };
  }

  /** Everything that is wrong with the records of a case; nothing when they are as they were written. */
  verify(caseId: string): Promise<Finding[]> {
    return this.parts.database.transaction(async (tx) => {
      const record = await readRecord(tx, caseId);
      if (record === null) return [{ caseId, code: 'missing' as const, message: 'there is no such case' }];
      const entries = await tx.query<JournalEntry>(`select ${COLUMNS} from journal where case_id = $1 order by seq`, [
        caseId,
      ]);
      return [
        ...chainFindings(caseId, entries),
        ...headFindings(record, entries),
        ...(await textFindings(tx, caseId, entries)),
        ...(await this.rowFindings(tx, record)),
      ];
    }, SNAPSHOT);
  }

  /** What queries show of a case must be what follows from its state. */
  private async rowFindings(tx: Tx, record: CaseRecord): Promise<Finding[]> {
    const { world, policies } = this.parts;
    if (!world.knows(record.workflow)) {
      return [{ caseId: record.id, code: 'workflow', message: `workflow ${record.workflow} is not registered` }];
    }
    await policies.ensure(tx, [record.stored.policy]);
    const { parties } = project(world, record, summaryOf(world, record));
    const rows = await tx.query<PartyRow>(`select relation, kind, subject from case_parties where case_id = $1`, [
      record.id,
    ]);
    const texts = (list: PartyRow[]): string => canonicalJson(list.map((row) => canonicalJson(row)).sort());
    if (texts(rows) === texts(parties)) return [];
    return [{ caseId: record.id, code: 'parties', message: 'the parties are not those of the state' }];
  }

  /** Entries up to `seq`, from the last checkpoint before it. */
  private async entries(tx: Tx, caseId: string, seq: number): Promise<JournalEntry[]> {
    const entries = await tx.query<JournalEntry>(
      `select ${COLUMNS} from journal where case_id = $1 and seq <= $2
         and seq >= coalesce((select max(seq) from journal where case_id = $1 and seq <= $2 and kind = 'checkpoint'), 1)
       order by seq`,
      [caseId, seq],
    );
    const policies = entries.flatMap(({ body }) => (typeof body.policy === 'string' ? [body.policy] : []));
    await this.parts.policies.ensure(tx, policies);
    return entries;
  }

  /**
   * Runs entries through the registered code, whichever version wrote them. A state is compared under the version it was recorded
   * with, so that new code that behaves the same is the same.
   */
  private replay(entries: readonly JournalEntry[], definition: number): Replayed {
    let stored: Stored | null = null;
    let divergesAt: number | null = null;
    for (const entry of entries) {
      try {
        stored = this.apply(stored, entry);
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        return { stored: underVersion(stored, definition), divergesAt: divergesAt ?? entry.seq, problem };
      }
      const digest = digestOf({ ...stored, definition });
      if (divergesAt === null && digest !== entry.body.digest) divergesAt = entry.seq;
    }
    return { stored: underVersion(stored, definition), divergesAt, problem: null };
  }

  private apply(stored: Stored | null, entry: JournalEntry): Stored {
    const { body, kind } = entry;
    if (kind === 'started') return this.begin(entry);
    if (kind === 'checkpoint') return this.current(body.stored as unknown as Stored);
    if (stored === null) throw new Error(`the journal of ${entry.caseId} begins with ${kind}`);
    // dropped events, incidents and erasures are in the journal, but have not touched the state
    if (kind === 'dropped' || body.event === undefined) return stored;
    const event = body.event as unknown as EngineEvent;
    const policy = event.kind === 'policyAdopted' ? event.policyVersion : stored.policy;
    const registered = this.parts.world.registered(stored.workflow);
    return this.settled(step(registered, stored, { event, ...this.context(entry, policy) }), entry);
  }

  /** As a state of the registered version, which the engine insists on. */
  private current(stored: Stored): Stored {
    return { ...stored, definition: this.parts.world.registered(stored.workflow).workflow.version };
  }

  private begin(entry: JournalEntry): Stored {
    const { workflow, policy, input } = entry.body as { workflow: string; policy: string; input: JsonObject };
    const ctx = { ...this.context(entry, policy), caseId: entry.caseId, policyVersion: policy };
    return this.settled(start(this.parts.world.registered(workflow), input, ctx), entry);
  }

  private context(entry: JournalEntry, policy: string) {
    const { at, by, body } = entry;
    return { at, by, on: textOf(body.on), policy: this.parts.world.policy(policy) };
  }

  private settled(outcome: Outcome, { caseId, seq }: JournalEntry): Stored {
    if (outcome.kind === 'stepped') return inStorageOrder(outcome.stored);
    throw new Error(`entry ${String(seq)} of ${caseId} is ${outcome.kind} when it is replayed`);
  }
}

interface Replayed {
  stored: Stored | null;
  divergesAt: number | null;
  problem: string | null;
}

function underVersion(stored: Stored | null, definition: number): Stored | null {
  return stored === null ? null : { ...stored, definition };
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function chainFindings(caseId: string, entries: readonly JournalEntry[]): Finding[] {
  return chainFaults(entries).map(({ seq, code }) => ({
    caseId,
    seq,
    code,
    message:
      code === 'gap' ? `entry ${String(seq)} does not follow the one before` : `entry ${String(seq)} was changed`,
  }));
}

function headFindings(record: CaseRecord, entries: readonly JournalEntry[]): Finding[] {
  const caseId = record.id;
  const last = entries.at(-1);
  if (last?.seq !== record.seq || last.hash !== record.headHash) {
    return [{ caseId, code: 'cut', message: 'the journal does not end where the case says' }];
  }
  if (last.body.digest === digestOf(record.stored)) return [];
  return [{ caseId, code: 'state', message: 'the state is not the one of the last entry' }];
}

/** Every text of the journal is there and is the one that was written, or was erased. */
async function textFindings(tx: Tx, caseId: string, entries: readonly JournalEntry[]): Promise<Finding[]> {
  const named = entries.flatMap(({ seq, body }) =>
    ((body.texts ?? []) as { id: string; digest: string }[]).map((text) => ({ seq, ...text })),
  );
  if (named.length === 0) return [];
  const rows = await tx.query<{
    id: string;
    salt: string | null;
    digest: string;
    body: string | null;
    erased: boolean;
  }>(`select id, salt, digest, body, erased_at is not null as erased from texts where id = any($1::text[])`, [
    named.map(({ id }) => id),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return named.flatMap(({ id, seq, digest }) => {
    const row = byId.get(id);
    const problem = row === undefined ? 'is missing' : textProblem(row, digest);
    return problem === null ? [] : [{ caseId, seq, code: 'text' as const, message: `text ${id} ${problem}` }];
  });
}

function textProblem(
  row: { salt: string | null; digest: string; body: string | null; erased: boolean },
  digest: string,
): string | null {
  if (row.digest !== digest) return 'has another digest than the journal';
  if (row.erased) return row.body === null && row.salt === null ? null : 'is marked as erased but still there';
  if (row.body === null || row.salt === null) return 'is gone without having been erased';
  return textDigest(row.salt, row.body) === digest ? null : 'was changed';
}
