import { decide, type Counts, type DecisionRule } from '#libs/decision';
import type { EffectHandler } from '#libs/cases';
import type { Json, JsonObject, ToldEvent } from '#libs/engine';
import { z } from 'zod';

import { ruleFor, type RulingParts } from './ruling.js';

const count = z.number().int().min(0);
const payload = z.object({
  rule: z.string(),
  unit: z.string(),
  counts: z.object({
    members: count,
    recused: count,
    present: count,
    yes: count,
    no: count,
    abstain: count,
    invalid: count,
  }),
});
type Counted = z.infer<typeof payload>['counts'];

/**
 * The votes of a show of hands on every base it can stand for. Recused members leave the base; whoever was present and neither
 * voted nor handed in anything abstained. Areas cannot be counted in a room: rules by area need papers.
 */
export function countsOfSitting({ members, recused, present, yes, no, abstain, invalid }: Counted): Counts {
  const silent = Math.max(0, present - yes - no - abstain - invalid);
  const votes = {
    participating: yes + no + abstain + invalid + silent,
    yes,
    no,
    abstain: abstain + silent,
    void: invalid,
  };
  const ofMembers = { total: members - recused, ...votes };
  return { members: ofMembers, heads: ofMembers, households: ofMembers, present: { total: present, ...votes } };
}

/** Reckons a ballot by its rule on a local date: the certificate, or why the rule cannot judge these counts. */
export function verdictOf(effect: JsonObject, on: string, rule: DecisionRule | null): ToldEvent {
  const { rule: id, counts } = payload.parse(effect);
  if (rule === null) return refused({ code: 'rule.unknown', rule: id });
  const decision = decide(rule, countsOfSitting(counts), on);
  if (decision.kind === 'refused') return refused(asJson(decision.refusal));
  const { verdict, provisional, certificate } = decision;
  return { type: 'ballot.counted', payload: { verdict, provisional, certificate: asJson(certificate) } };
}

function refused(reason: JsonObject): ToldEvent {
  return { type: 'ballot.refused', payload: reason };
}

/** Certificates and refusals are plain data; what is undefined in them is left out. */
function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as { [key: string]: Json };
}

/** Handler of `ballot.countBallot`. The same counts give the same answer as long as the rule is the same. */
export function countBallot({
  localDateOf,
  ...parts
}: RulingParts & { localDateOf: (instant: string) => string }): EffectHandler {
  return async (call) => {
    const { rule, unit } = payload.parse(call.payload);
    const on = localDateOf(call.at);
    return verdictOf(call.payload, on, await ruleFor(parts, { rule, unit, on }));
  };
}
