import type { Tx } from '#libs/database';
import { EngineFault, migrateStored, type Actor, type Instant, type JsonObject, type Stored } from '#libs/engine';

import type { CaseClock, CaseClocks } from './case-clock.types.js';
import type { Annotator } from './annotations.types.js';
import { asFault } from './context.rules.js';
import { workOf } from './family.service.js';
import { SessionGround } from './ground.service.js';
import { indexCases, placeAnew } from './list-index.sql.js';
import { INSTANT, later, readRecord } from './load.sql.js';
import { project } from './rows.rules.js';
import { append, happen } from './step.rules.js';
import type { CaseRecord, CaseWork, World } from './work.types.js';

const BATCH = 200;
/** How long idempotency answers and finished outbox rows are kept. */
const KEPT_DAYS = 30;

const UPKEEP: Actor = { kind: 'system', name: 'upkeep' };
const PROJECTION_TABLES = ['desk', 'case_parties', 'case_lookups', 'case_clocks'];

/** What adopting a policy would do to one running case. */
export interface PolicyPreview {
  caseId: string;
  /** Why it cannot adopt it; `null` when it can. */
  refusal: string | null;
  /** Due instants of its running clocks; `null` while paused. */
  clocks: { clock: string; before: Instant | null; after: Instant | null }[];
}

/** What changes about many cases at once because the ground under them changes: new versions, adopted policies, old rows. */
export class Upkeep {
  constructor(private readonly cases: Annotator) {}

  /**
   * Brings every case of an older workflow version to the registered one, each with a checkpoint in its journal from which it is
   * rebuilt from then on. Run it before anything else after an update; interrupted, it is continued by running it again.
   * @throws EngineFault when a migration is missing or does not fit; the cases before it are migrated.
   */
  async migrate(): Promise<number> {
    let migrated = 0;
    for (const { workflow } of this.cases.workflows.values()) {
      for (;;) {
        const rows = await this.cases.database.query<{ id: string }>(
          `select id from cases where workflow = $1 and definition <> $2 order by id limit ${String(BATCH)}`,
          [workflow.name, workflow.version],
        );
        for (const { id } of rows) await this.migrateOne(id);
        migrated += rows.length;
        if (rows.length < BATCH) break;
      }
    }
    return migrated;
  }

  private async migrateOne(caseId: string): Promise<void> {
    await this.cases.change(caseId, async (work, { at, tx }) => {
      for (const table of PROJECTION_TABLES) await tx.query(`delete from ${table} where case_id = $1`, [caseId]);
      return this.checkpoint(work, at);
    });
  }

  private checkpoint(work: CaseWork, at: Instant): CaseWork {
    const { world } = this.cases;
    const registered = world.registered(work.now.workflow);
    const from = work.now.stored.definition;
    return asFault(work.now.workflow, () => {
      const stored = migrateStored(registered, work.now.stored);
      const now = { ...work.now, stored, status: stored.status, clocks: carriedOver(stored, work.now.clocks) };
      const summary = registered.workflow.summary(stored.context, stored.value);
      const body = { from, to: stored.definition, policy: stored.policy, stored: stored as unknown as JsonObject };
      const moved = { ...work, now, summary, projection: project(world, now, summary), rewrite: true };
      return append(moved, { kind: 'checkpoint', by: UPKEEP, at, texts: [], body });
    });
  }

  /**
   * What adopting a policy version would do to running cases, without doing it. Adopting is then one `adoptPolicy` a case, or a
   * batch of them.
   */
  async previewPolicy(policy: string, caseIds: readonly string[]): Promise<PolicyPreview[]> {
    await this.cases.policies.install();
    return this.cases.database.transaction((tx) => this.previews(tx, policy, caseIds), { readOnly: true });
  }

  private async previews(tx: Tx, policy: string, caseIds: readonly string[]): Promise<PolicyPreview[]> {
    const { policies, world } = this.cases;
    const [clock] = await tx.query<{ at: Instant }>(`select ${INSTANT('$1')} as at`, [this.cases.virtualNow()]);
    const owner = await policies.workflowOf(tx, policy);
    const ground = new SessionGround(tx, world.grounds);
    const previews: PolicyPreview[] = [];
    for (const caseId of caseIds) {
      const record = await readRecord(tx, caseId);
      if (record === null || record.workflow !== owner) {
        previews.push({ caseId, refusal: record === null ? 'case.unknown' : 'policy.unknown', clocks: [] });
        continue;
      }
      await policies.ensure(tx, [policy, record.stored.policy]);
      const at = later(clock?.at ?? '', record.changedAt);
      previews.push(await ground.run(() => previewOne({ ...world, ground }, record, { policy, at })));
    }
    return previews;
  }

  /**
   * Brings cases into the table that lists and searches read, where they are missing: those written before there was one. Run it
   * again as long as it answers `limit`.
   */
  indexCases(limit = 1_000): Promise<number> {
    return indexCases(this.cases.database, this.cases.world, limit);
  }

  /** After a unit was hung elsewhere in the tree: lists find the cases at and below it at their new place. */
  placeAnew(tx: Tx, unit: string): Promise<void> {
    return placeAnew(tx, this.cases.world, unit);
  }

  /** Deletes idempotency answers and finished outbox rows that are older than 30 days. Daily. */
  async prune(): Promise<void> {
    const before = `${INSTANT('$1')} - interval '${String(KEPT_DAYS)} days'`;
    const now = this.cases.virtualNow();
    await this.cases.database.query(`delete from idempotency where at < ${before}`, [now]);
    await this.cases.database.query(`delete from outbox where status in ('done', 'skipped') and done_at < ${before}`, [
      now,
    ]);
  }
}

function previewOne(world: World, record: CaseRecord, { policy, at }: { policy: string; at: Instant }): PolicyPreview {
  const event = { kind: 'policyAdopted' as const, policyVersion: policy };
  const stepped = happen(world, workOf(world, record), { event, by: UPKEEP, at, texts: [] });
  if (stepped.kind === 'refused') return { caseId: record.id, refusal: stepped.refusal.code, clocks: [] };
  const after = stepped.work.now.clocks;
  const clocks = Object.entries(record.clocks).map(([clock, { dueAt }]) => ({
    clock,
    before: dueAt,
    after: after[clock]?.dueAt ?? null,
  }));
  return { caseId: record.id, refusal: null, clocks };
}

/** A migration may rename states, and clocks with them; what runs is found again by its token. */
function carriedOver(stored: Stored, clocks: CaseClocks): CaseClocks {
  const byToken = new Map(Object.values(clocks).map((clock) => [clock.token, clock]));
  return Object.fromEntries(
    Object.entries(stored.clocks).map(([id, { name, token }]): [string, CaseClock] => {
      const clock = byToken.get(token);
      if (clock === undefined) throw new EngineFault(`the migrated case has a clock "${id}" that never ran`);
      return [id, { ...clock, name }];
    }),
  );
}
