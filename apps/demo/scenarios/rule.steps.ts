import { DecisionRules } from '#libs/registers';
import type { IdsOf, RuleInForce } from '#libs/registers';

import { demand } from './checks.js';
import type { Doer, Someone } from './cast-members.js';
import { localOf } from './local-time.js';
import type { CaseName, Doing, Step } from './scenario.types.js';
import { deed } from './words.js';

const rules = new DecisionRules();
/** Everybody in the stories has one record. */
const idsOf: IdsOf = (_, person) => Promise.resolve([person]);

/** Where the rule holds, with what is above it. */
function lineageOf({ here }: Doing): string[] {
  return ['limin', 'gangcheng', 'jyg'].map((code) => here.unit(code));
}

const today = ({ here }: Doing): string => localOf(here.now).slice(0, 10);

async function inForce(doing: Doing, id: string): Promise<RuleInForce> {
  const question = { id, lineage: lineageOf(doing), on: today(doing) };
  const found = await doing.database.transaction((tx) => rules.inForce(tx, question), { readOnly: true });
  demand(found !== null, `there is no rule ${id}`);
  return found;
}

/** Nobody has read the law of a rule yet. Where somebody has, in another telling of the story, the community looks at it anew. */
export function ruleWaits(by: Doer, on: CaseName, id: string): Step {
  const says = { zh: `规则 ${id} 待核定`, en: `the rule ${id} is to be confirmed` };
  return deed(by, { on, says }, async (doing) => {
    const { rule } = await inForce(doing, id);
    if (rule.status === 'to_be_confirmed') return;
    const draft = {
      lineage: lineageOf(doing),
      rule,
      base: rule.version,
      reason: '条文修订，重新核对。',
      by: doing.person,
      idsOf,
      at: doing.here.now,
      on: today(doing),
    };
    await doing.database.transaction((tx) => rules.publish(tx, draft));
  });
}

/** A named adviser has read the law and cites the article: the rule is confirmed. */
export function confirmsRule(by: Someone, on: CaseName, { id, law }: { id: string; law: string }): Step {
  const says = { zh: `核定规则：${law}`, en: `confirms the rule, citing ${law}` };
  return deed(by, { on, says }, async (doing) => {
    const { rule } = await inForce(doing, id);
    const { version } = rule;
    const when = { by: doing.person, idsOf, at: doing.here.now, on: today(doing) };
    const confirmation = { id, version, lineage: lineageOf(doing), law, ...when };
    await doing.database.transaction((tx) => rules.confirm(tx, confirmation));
  });
}
