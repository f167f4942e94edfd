import { decide, presetRule, type BaseCounts, type DecisionRule } from '#libs/decision';
import type { JsonObject } from '#libs/engine';

import type { IdsOf } from './rules.service.js';
import type { NewSignature, RegisterOrder } from './registers.vocabulary.js';

/* What the tests of this room begin with. */

export const AT = '2026-03-02T01:00:00.000Z';
export const ON = '2026-03-02';
export const LINEAGE = ['limin', 'qilian', 'jyg'];
export const PLACE = { name: '丽民社区', lineage: LINEAGE };

/** Everybody is known by one record, but `li`, who has another one: `li-2`. */
export const idsOf: IdsOf = (_, person) =>
  Promise.resolve(person === 'li' || person === 'li-2' ? ['li', 'li-2'] : [person]);

export const COUNTS: BaseCounts = { total: 100, participating: 80, yes: 60, no: 20, abstain: 0, void: 0 };

export function preset(id: string): DecisionRule {
  const rule = presetRule(id);
  if (rule === undefined) throw new Error(`no preset ${id}`);
  return rule;
}

/** The certificate of a motion under a rule. */
export function certified(rule: DecisionRule, counts: BaseCounts = COUNTS): JsonObject {
  const all = Object.fromEntries(rule.tests.map(({ base }) => [base, counts]));
  const decision = decide(rule, all, ON);
  if (decision.kind === 'refused') throw new Error(decision.refusal.code);
  return JSON.parse(JSON.stringify(decision.certificate)) as JsonObject;
}

export const chair: NewSignature = { person: 'zhao', capacity: 'chair', office: 'chair', isNamed: true, at: AT };

/** A covenant that may be entered. */
export function covenant(caseId: string, change: Partial<RegisterOrder> = {}): RegisterOrder {
  return {
    unit: 'limin',
    kind: 'covenant',
    caseId,
    revises: null,
    title: '文明养犬公约',
    text: '一、出门牵绳。\n二、随手清理。',
    document: null,
    decision: { caseId: 'ballot-1', certificate: certified(preset('representatives-meeting')) },
    adoptedOn: ON,
    inForceFrom: '2026-04-01',
    check: { by: 'adviser', on: '2026-02-10', finding: '内容合法，不设罚则。' },
    filing: { with: 'qilian', number: '祁备〔2026〕7号', on: '2026-03-20', bySilence: false },
    signatures: [chair],
    at: AT,
    ...change,
  };
}
