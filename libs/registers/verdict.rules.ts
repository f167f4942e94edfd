import { countsOf, decide, type Certificate, type DecisionRule, type Verdict } from '#libs/decision';
import type { JsonObject } from '#libs/engine';
import { z } from 'zod';

/** As much of a certificate as the register has to understand. */
const certificateSchema = z.looseObject({
  question: z.looseObject({ method: z.string(), options: z.array(z.unknown()) }),
  rule: z.looseObject({ id: z.string(), version: z.number().int() }),
  on: z.iso.date(),
  tests: z.array(z.looseObject({ base: z.string() })),
  verdict: z.enum(['passed', 'failed', 'no_quorum', 'tie']),
  provisional: z.boolean(),
});

/** What a certificate comes to today. `provisional`: its rule is still to be confirmed. `recount`: numbers changed, papers must be judged anew. */
export type Settled =
  | { state: 'final'; verdict: Verdict; certificate: JsonObject }
  | { state: 'provisional'; rule: string }
  | { state: 'recount'; rule: string }
  | { state: 'none' };

/** A certificate as `judge` and `decide` write it; null: the ballot ended without one. */
export function certificateOf(json: unknown): Certificate | null {
  const parsed = certificateSchema.safeParse(json);
  return parsed.success ? (parsed.data as unknown as Certificate) : null;
}

/**
 * Settles a verdict by the rule that is in force now for the day of its count. A final verdict stands. A provisional one stands
 * once somebody has confirmed its rule: where the numbers confirmed are other ones, a motion is reckoned again from its counts,
 * everything else has to be judged from its papers.
 */
export function settledBy(json: unknown, ruleInForce: DecisionRule | null): Settled {
  const certificate = certificateOf(json);
  if (certificate === null) return { state: 'none' };
  if (!certificate.provisional)
    return { state: 'final', verdict: certificate.verdict, certificate: json as JsonObject };
  const rule = certificate.rule.id;
  if (ruleInForce === null || ruleInForce.id !== rule || ruleInForce.status === 'to_be_confirmed')
    return { state: 'provisional', rule };
  if (certificate.question.options.length > 0 || certificate.question.method !== 'yesNo')
    return { state: 'recount', rule };
  const decision = decide(ruleInForce, countsOf(certificate), certificate.on);
  if (decision.kind === 'refused') return { state: 'recount', rule };
  const { rolls, papers } = certificate;
  const again = { ...decision.certificate, rolls, papers };
  return { state: 'final', verdict: decision.verdict, certificate: JSON.parse(JSON.stringify(again)) as JsonObject };
}
