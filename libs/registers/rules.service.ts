import { inputIssues } from '#libs/contract';
import type { Tx } from '#libs/database';
import {
  confirmRule,
  decisionRuleSchema,
  isInForce,
  PRESET_RULES,
  presetRule,
  type DecisionRule,
} from '#libs/decision';

import { RegistersRefused } from './registers.refused.js';
import type { LocalDate, PublishedRule, RuleInForce } from './registers.vocabulary.js';

/** Which rule, where, on which day. */
export interface RuleQuestion {
  id: string;
  /** The unit and those above it, nearest first. */
  lineage: readonly string[];
  on: LocalDate;
}

/** Every record of a person in the registry: merged ones are one person. */
export type IdsOf = (tx: Tx, person: string) => Promise<readonly string[]>;

/** A version to be published. Its number and its status are given here: it is to be confirmed, whatever the draft says. */
export interface RuleDraft {
  /** Where it will hold, with what is above it, nearest first; none: the whole installation. */
  lineage: readonly string[];
  rule: Omit<DecisionRule, 'version' | 'confirmed'> & { version?: number | undefined };
  /** The newest version that holds there and that its author has seen; 0 for a rule that is new. */
  base: number;
  reason: string;
  by: string;
  idsOf: IdsOf;
  /** An instant, and its day on the community's calendar. */
  at: string;
  on: LocalDate;
}

/** Somebody has read the law and says which article holds. */
export interface RuleConfirmation {
  id: string;
  version: number;
  /** Where the confirmed version will hold, with what is above it, nearest first; none: the whole installation. */
  lineage: readonly string[];
  /** Citation: law and article. */
  law: string;
  by: string;
  idsOf: IdsOf;
  at: string;
  on: LocalDate;
}

const ROW = `body as rule, unit, published_at as "publishedAt", published_by as "publishedBy", reason, confirms`;

/** The decision rules of an installation: presets of the program, and what communities have published in their place. */
export class DecisionRules {
  /** The rule that decides there on that day; null when no version is in force then, also not the preset. */
  async inForce(tx: Tx, { id, lineage, on }: RuleQuestion): Promise<RuleInForce | null> {
    const rows = await tx.query<PublishedRule>(
      `select ${ROW} from decision_rules
       where rule = $1 and (unit is null or unit = any($2::text[])) and valid_from <= $3::date and coalesce(valid_to, $3::date) >= $3::date
       order by array_position($2::text[], unit::text) nulls last, version desc limit 1`,
      [id, lineage, on],
    );
    const [row] = rows;
    if (row !== undefined) return inForceOf(row);
    const preset = presetRule(id);
    return preset !== undefined && isInForce(preset, on) ? { rule: preset, source: null } : null;
  }

  /** Every rule that decides there on that day: the presets in their order, then what is published beside them. */
  async list(tx: Tx, { lineage, on }: Omit<RuleQuestion, 'id'>): Promise<RuleInForce[]> {
    const published = await tx.query<{ rule: string }>(
      `select distinct rule from decision_rules where unit is null or unit = any($1::text[]) order by rule`,
      [lineage],
    );
    const ids = [...new Set([...PRESET_RULES.map(({ id }) => id), ...published.map(({ rule }) => rule)])];
    const found: RuleInForce[] = [];
    for (const id of ids) {
      const rule = await this.inForce(tx, { id, lineage, on });
      if (rule !== null) found.push(rule);
    }
    return found;
  }

  /** The preset and every published version that holds in a lineage, oldest first. */
  async versions(tx: Tx, { id, lineage }: Omit<RuleQuestion, 'on'>): Promise<RuleInForce[]> {
    const rows = await tx.query<PublishedRule>(
      `select ${ROW} from decision_rules where rule = $1 and (unit is null or unit = any($2::text[])) order by version`,
      [id, lineage],
    );
    const preset = presetRule(id);
    return [...(preset === undefined ? [] : [{ rule: preset, source: null }]), ...rows.map(inForceOf)];
  }

  /** One version, wherever it holds: what a certificate cites. */
  async version(tx: Tx, id: string, version: number): Promise<RuleInForce | null> {
    const [row] = await tx.query<PublishedRule>(`select ${ROW} from decision_rules where rule = $1 and version = $2`, [
      id,
      version,
    ]);
    if (row !== undefined) return inForceOf(row);
    const preset = presetRule(id);
    return preset?.version === version ? { rule: preset, source: null } : null;
  }

  /**
   * Publishes the next version, to be confirmed: what is decided by it is provisional until somebody else has cited the article.
   * It decides what begins from now on; what runs keeps the one it started with.
   * @throws RegistersRefused `input.invalid`, `rule.expired`, `rule.version_stale`, `rule.own_confirmation` of whoever confirmed
   * the version before: they would write what they have just declared to be the law
   */
  async publish(tx: Tx, draft: RuleDraft): Promise<DecisionRule> {
    const { lineage, base, reason, by, idsOf, at, on } = draft;
    // a claim to have been confirmed, or to need it not, would make verdicts final that nobody else has looked into
    const { confirmed: _, ...claimed } = draft.rule as DecisionRule;
    const next = await this.#nextVersion(tx, claimed.id);
    const before = (await this.versions(tx, { id: claimed.id, lineage })).at(-1)?.rule;
    refuseStale(base, before?.version ?? 0);
    const rule = checked({ ...claimed, status: 'to_be_confirmed', version: next });
    refuseExpired(rule, on);
    refuseSame(await idsOf(tx, by), before?.confirmed?.by);
    const unit = lineage[0] ?? null;
    await write(tx, { rule, unit, reason, publishedBy: by, publishedAt: at, confirms: null });
    return rule;
  }

  /**
   * The next version with the article that was read: its verdicts are final. Presets are published by nobody: who may confirm at
   * all is the business of the caller.
   * @throws RegistersRefused `rule.unknown`, `rule.version_stale`, `rule.not_to_confirm`, `rule.own_confirmation`, `rule.expired`
   */
  async confirm(tx: Tx, { id, version, lineage, law, by, idsOf, at, on }: RuleConfirmation): Promise<DecisionRule> {
    const next = await this.#nextVersion(tx, id);
    const newest = (await this.versions(tx, { id, lineage })).at(-1);
    if (newest === undefined) throw new RegistersRefused('rule.unknown');
    refuseStale(version, newest.rule.version);
    if (newest.rule.status !== 'to_be_confirmed') throw new RegistersRefused('rule.not_to_confirm');
    refuseSame(await idsOf(tx, by), newest.source?.publishedBy);
    refuseExpired(newest.rule, on);
    // what was said about its being open is no longer true
    const { note: _, ...confirmed } = confirmRule(newest.rule, { law, by, on });
    const rule = checked({ ...confirmed, version: next });
    const unit = lineage[0] ?? null;
    await write(tx, { rule, unit, reason: law, publishedBy: by, publishedAt: at, confirms: version });
    return rule;
  }

  /** The number of the next version. Whoever has asked is the only one to publish this rule until it is committed. */
  async #nextVersion(tx: Tx, id: string): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('decision_rules:' || $1, 0))`, [id]);
    const [row] = await tx.query<{ newest: number }>(
      `select coalesce(max(version), 0)::int as newest from decision_rules where rule = $1`,
      [id],
    );
    return Math.max(row?.newest ?? 0, presetRule(id)?.version ?? 0) + 1;
  }
}

function inForceOf({ rule, ...source }: PublishedRule): RuleInForce {
  return { rule, source };
}

function checked(rule: unknown): DecisionRule {
  const parsed = decisionRuleSchema.safeParse(rule);
  if (parsed.success) return parsed.data;
  const issues = inputIssues(decisionRuleSchema, rule).map((issue) => ({
    ...issue,
    path: issue.path === '' ? 'rule' : `rule.${issue.path}`,
  }));
  throw new RegistersRefused('input.invalid', { issues });
}

function refuseExpired({ validTo }: DecisionRule, on: LocalDate): void {
  if (validTo !== null && validTo < on) throw new RegistersRefused('rule.expired', { params: { validTo } });
}

function refuseStale(seen: number, newest: number): void {
  if (seen !== newest) throw new RegistersRefused('rule.version_stale', { params: { newest } });
}

/** One person does not both write a rule and confirm it, under whichever of their records. */
function refuseSame(ids: readonly string[], other: string | undefined): void {
  if (other !== undefined && ids.includes(other)) throw new RegistersRefused('rule.own_confirmation');
}

async function write(tx: Tx, published: PublishedRule): Promise<void> {
  const { rule, unit, reason, publishedBy, publishedAt, confirms } = published;
  await tx.query(
    `insert into decision_rules (rule, version, unit, body, valid_from, valid_to, published_at, published_by, reason, confirms)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [rule.id, rule.version, unit, rule, rule.validFrom, rule.validTo, publishedAt, publishedBy, reason, confirms],
  );
}
