import { z } from 'zod';

import type { EffectHandler } from '#libs/cases';

import { placeOf, type RegisterHandlerParts } from './register.handlers.js';
import { Register } from './register.service.js';
import { RegistersRefused } from './registers.refused.js';
import { DecisionRules } from './rules.service.js';

const id = z.string();
const entering = z.object({
  unit: id,
  title: id,
  text: id,
  certificate: z.record(z.string(), z.json()),
  body: id.nullable(),
  signedBy: id.nullable(),
  round: z.int(),
});
const ending = z.object({ round: z.int() });

/** A decision that was taken back and taken anew is another resolution of the same issue. */
const resolutionCase = (issue: string, round: number): string => (round <= 1 ? issue : `${issue}:${String(round)}`);

/**
 * Handlers by which the decision of an issue enters the register of resolutions, once nothing stands in its way any more, and
 * leaves it when it is taken back. What the register refuses (a provisional verdict) is told to the issue.
 */
export function resolutionHandlers(parts: RegisterHandlerParts): Record<string, EffectHandler> {
  const { cases, database, registry, localDateOf } = parts;
  const register = new Register(new DecisionRules());
  return {
    'issue.enterResolution': async (call) => {
      const { unit, title, text, certificate, body, signedBy, round } = entering.parse(call.payload);
      const bodies = await cases.texts([title, text]);
      const on = localDateOf(call.at);
      const chair = {
        person: signedBy ?? '',
        at: call.at,
        capacity: 'chair' as const,
        office: 'coordinator',
        isNamed: true,
      };
      try {
        const { number } = await database.transaction(async (tx) =>
          register.enter(
            tx,
            {
              unit,
              kind: 'resolution',
              caseId: resolutionCase(call.caseId, round),
              revises: null,
              title: bodies[title] ?? '',
              text: bodies[text] ?? '',
              document: null,
              decision: { caseId: body ?? call.caseId, certificate },
              adoptedOn: on,
              inForceFrom: on,
              check: null,
              filing: null,
              signatures: signedBy === null ? [] : [chair],
              at: call.at,
            },
            await placeOf(tx, registry, unit),
          ),
        );
        return { type: 'resolution.entered', payload: { number } };
      } catch (error) {
        if (!(error instanceof RegistersRefused)) throw error;
        return { type: 'resolution.refused', payload: { code: error.refusal.code } };
      }
    },
    'issue.endResolution': async (call) => {
      const caseId = resolutionCase(call.caseId, ending.parse(call.payload).round);
      await database.transaction(async (tx) => {
        const [row] = await tx.query<{ entry: string }>(`select entry from register_versions where case_id = $1`, [
          caseId,
        ]);
        if (row === undefined) return;
        const reason = '公示异议成立，决定撤回 · an objection was upheld';
        await register.end(tx, { entry: row.entry, state: 'revoked', on: localDateOf(call.at), caseId, reason });
      });
      return undefined;
    },
  };
}
