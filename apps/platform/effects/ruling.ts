import type { Database } from '#libs/database';
import { presetRule, type DecisionRule } from '#libs/decision';
import { DecisionRules } from '#libs/registers';
import type { Registry } from '#libs/registry';

/** What finding a rule needs. */
export interface RulingParts {
  database: Database;
  registry: Registry;
}

const rules = new DecisionRules();

/**
 * The rule by which a unit decides on a day: what it or a unit above has published, else the preset, also one that is not in force
 * then, so that whoever asks is told so. `null`: nobody knows such a rule.
 */
export async function ruleFor(
  { database, registry }: RulingParts,
  { rule, unit, on }: { rule: string; unit: string; on: string },
): Promise<DecisionRule | null> {
  const found = await database.transaction(
    async (tx) => rules.inForce(tx, { id: rule, lineage: await registry.lineage(tx, unit), on }),
    { readOnly: true },
  );
  return found?.rule ?? presetRule(rule) ?? null;
}
