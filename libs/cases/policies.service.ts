import { inputIssues, type ErrorCode, type InputIssue } from '#libs/contract';
import type { Database, Tx } from '#libs/database';
import type { Actor, Instant, JsonObject, Registered } from '#libs/engine';

import { canonicalJson, sha256 } from './journal.rules.js';

/** A version of a policy (议事规则): immutable, found by its content. */
export interface PolicyVersion {
  id: string;
  workflow: string;
  name: string;
  body: JsonObject;
  createdAt: Instant;
}

/** Where and since when a version holds. */
export interface PolicyInForce {
  workflow: string;
  /** `null`: the whole installation. */
  unit: string | null;
  since: Instant;
  policy: string;
}

/** A version with where, since when and by whom it was put into force. */
export interface PolicyHeld extends Omit<PolicyVersion, 'createdAt' | 'workflow'> {
  /** `null`: the whole installation. */
  unit: string | null;
  /** `null`: the preset, which holds where nothing else does. */
  since: Instant | null;
  by: Actor | null;
}

/** A version that follows the one its author has seen. */
export interface Succession {
  workflow: string;
  /** Version that is to follow, and the one it follows. */
  policy: string;
  base: string;
  /** Where it will hold, nearest first; empty: the whole installation. */
  lineage: readonly string[];
  since: Instant;
  by: Actor;
}

export type PublishAnswer =
  | { ok: true; id: string }
  | {
      ok: false;
      code: Extract<ErrorCode, 'policy.invalid' | 'workflow.unknown' | 'policy.unknown'>;
      issues: InputIssue[];
    };

/**
 * The policies of all workflows. Bodies are kept in memory once read: a version never changes. What is in force is always read
 * from the database, because it does change.
 */
export class Policies {
  readonly #bodies = new Map<string, JsonObject>();
  #installed: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly workflows: ReadonlyMap<string, Registered>,
  ) {}

  /** Body of a version that was loaded before. */
  body(id: string): JsonObject {
    const body = this.#bodies.get(id);
    if (body === undefined) throw new Error(`policy version ${id} has not been loaded`);
    return body;
  }

  /** Writes the presets of all workflows, once a process; they are the versions that hold where nothing else is in force. */
  install(): Promise<void> {
    this.#installed ??= this.#install().catch((error: unknown) => {
      this.#installed = undefined;
      throw error;
    });
    return this.#installed;
  }

  async #install(): Promise<void> {
    for (const { workflow } of this.workflows.values()) {
      for (const [name, preset] of Object.entries(workflow.policy.presets)) {
        const body = workflow.policy.schema.parse(preset) as JsonObject;
        await this.#insert(workflow.name, { name, body, by: { kind: 'system', name: 'preset' } });
      }
    }
  }

  async #insert(workflow: string, { name, body, by }: { name: string; body: JsonObject; by: Actor }): Promise<string> {
    const id = policyId(workflow, body);
    await this.database.query(
      `insert into policy_versions (id, workflow, name, body, created_at, by) values ($1, $2, $3, $4, clock_timestamp(), $5)
       on conflict (id) do nothing`,
      [id, workflow, name, body, by],
    );
    this.#bodies.set(id, body);
    return id;
  }

  /** Publishes a new version. The same content is the same version, so publishing twice changes nothing. */
  async publish(draft: { workflow: string; name: string; body: unknown; by: Actor }): Promise<PublishAnswer> {
    const registered = this.workflows.get(draft.workflow);
    if (registered === undefined) return { ok: false, code: 'workflow.unknown', issues: [] };
    const parsed = registered.workflow.policy.schema.safeParse(draft.body);
    if (!parsed.success) {
      const issues = inputIssues(registered.workflow.policy.schema, draft.body);
      return { ok: false, code: 'policy.invalid', issues };
    }
    const { workflow, name, by } = draft;
    return { ok: true, id: await this.#insert(workflow, { name, body: parsed.data as JsonObject, by }) };
  }

  /** Puts a version into force for cases that start from `since` on. Running cases keep theirs until it is adopted. */
  async putInForce(order: { policy: string; unit: string | null; since: Instant; by: Actor }): Promise<PublishAnswer> {
    const { policy, unit, since, by } = order;
    const rows = await this.database.query<{ id: string }>(
      `insert into policies_in_force (id, workflow, unit, since, policy, by)
       select gen_random_uuid()::text, workflow, $2, $3, id, $4 from policy_versions where id = $1 returning id`,
      [policy, unit, since, by],
    );
    return rows.length === 0 ? { ok: false, code: 'policy.unknown', issues: [] } : { ok: true, id: policy };
  }

  /**
   * Puts a version into force where `base` holds now. `false`: another one has been put into force meanwhile, and its author has
   * not seen it. Two at once wait for each other.
   */
  async succeed(tx: Tx, { workflow, policy, base, lineage, since, by }: Succession): Promise<boolean> {
    await tx.query(`select pg_advisory_xact_lock(hashtext($1))`, [`policy:${workflow}`]);
    if ((await this.choose(tx, workflow, { units: lineage, at: since })) !== base) return false;
    await tx.query(
      `insert into policies_in_force (id, workflow, unit, since, policy, by)
       values (gen_random_uuid()::text, $1, $2, $3, $4, $5)`,
      [workflow, lineage[0] ?? null, since, policy, by],
    );
    return true;
  }

  /** The preset and everything that was put into force at one of `units` or for the whole installation, oldest first. */
  async history(tx: Tx, workflow: string, units: readonly string[]): Promise<PolicyHeld[]> {
    const preset = this.presetId(workflow);
    return tx.query<PolicyHeld>(
      `select id, name, body, null as unit, null as since, null as by, 0 as n from policy_versions where id = $3
       union all
       select v.id, v.name, v.body, f.unit, f.since, f.by, 1 from policies_in_force f join policy_versions v on v.id = f.policy
       where f.workflow = $1 and (f.unit is null or f.unit = any($2::text[]))
       order by n, since`,
      [workflow, units, preset],
    );
  }

  versions(workflow: string): Promise<PolicyVersion[]> {
    return this.database.query<PolicyVersion>(
      `select id, workflow, name, body, created_at as "createdAt" from policy_versions where workflow = $1 order by created_at, id`,
      [workflow],
    );
  }

  inForce(workflow: string): Promise<PolicyInForce[]> {
    return this.database.query<PolicyInForce>(
      `select workflow, unit, since, policy from policies_in_force where workflow = $1 order by since, id`,
      [workflow],
    );
  }

  /** Version in force at an instant for the first of `units` (nearest first) that has one, else the installation's, else the preset. */
  async choose(tx: Tx, workflow: string, { units, at }: { units: readonly string[]; at: Instant }): Promise<string> {
    const rows = await tx.query<{ policy: string }>(
      `select policy from policies_in_force
       where workflow = $1 and since <= $3 and (unit is null or unit = any($2::text[]))
       order by array_position($2::text[], unit::text) nulls last, since desc, id desc limit 1`,
      [workflow, units, at],
    );
    const id = rows[0]?.policy ?? this.presetId(workflow);
    await this.ensure(tx, [id]);
    return id;
  }

  /** Id of the preset that holds where nothing else is in force. */
  presetId(workflow: string): string {
    const policy = this.workflows.get(workflow)?.workflow.policy;
    const preset = policy?.presets[policy.default];
    if (policy === undefined || preset === undefined) throw new Error(`workflow ${workflow} has no default policy`);
    return policyId(workflow, policy.schema.parse(preset) as JsonObject);
  }

  /** Loads the bodies of versions. Answers the ids that do not exist. */
  async ensure(source: Tx | Database, ids: readonly string[]): Promise<string[]> {
    const missing = [...new Set(ids)].filter((id) => !this.#bodies.has(id));
    if (missing.length === 0) return [];
    const rows = await source.query<{ id: string; body: JsonObject }>(
      `select id, body from policy_versions where id = any($1::text[])`,
      [missing],
    );
    for (const { id, body } of rows) this.#bodies.set(id, body);
    return missing.filter((id) => !this.#bodies.has(id));
  }

  /** Workflow a version belongs to. */
  async workflowOf(source: Tx | Database, id: string): Promise<string | null> {
    const rows = await source.query<{ workflow: string }>(`select workflow from policy_versions where id = $1`, [id]);
    return rows[0]?.workflow ?? null;
  }
}

/** The id is made of the content, so that an installation cannot change a version under its cases. */
function policyId(workflow: string, body: JsonObject): string {
  return `${workflow}:${sha256(canonicalJson(body)).slice(0, 24)}`;
}
