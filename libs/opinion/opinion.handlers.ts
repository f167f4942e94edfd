import { z } from 'zod';

import type { Cases, EffectHandler } from '#libs/cases';
import type { Actor } from '#libs/engine';

import { MODERATIONS } from './opinion.vocabulary.js';
import { Opinions, type OpinionsOptions } from './opinions.service.js';

const OPINION: Actor = { kind: 'system', name: 'opinion' };

const opening = z.object({
  unit: z.string(),
  rule: z.object({
    moderation: z.enum(MODERATIONS),
    mostStatements: z.int(),
    leastPositions: z.int(),
    leastGroup: z.int(),
    mostGroups: z.int(),
    agreedPercent: z.int(),
  }),
});
const closing = z.object({ answers: z.boolean() });

/** What the handlers are made of; `cases` decides the world (live or simulated) they act in. */
export type OpinionHandlerParts = OpinionsOptions & { cases: Cases };

/**
 * Handlers of the effects by which a deliberation admits statements and positions and ends them. Closing brings the texts that all
 * groups agree on into the case and then tells it that it is done; each may be carried out more than once.
 */
export function opinionHandlers(parts: OpinionHandlerParts): Record<string, EffectHandler> {
  const opinions = new Opinions(parts);
  return {
    'deliberation.openOpinion': async ({ caseId, payload, at }) => {
      const { unit, rule } = opening.parse(payload);
      await opinions.open({ id: caseId, unit, rule, at });
      return undefined;
    },
    'deliberation.closeOpinion': async ({ id, caseId, payload, at }) => {
      const result = await opinions.close(caseId, at);
      if (!closing.parse(payload).answers) return undefined;
      const { agreed = [], picture, version = 0 } = result ?? {};
      if (agreed.length > 0) {
        const input = { statements: agreed.map(({ text }) => text) };
        // a case that has gone on without waiting refuses it, and needs it no more
        await parts.cases.act({ caseId, act: 'recordAgreed', input, actor: OPINION, key: id });
      }
      const [people, groups, statements] = [
        picture?.people ?? 0,
        picture?.groups.length ?? 0,
        picture?.statements ?? 0,
      ];
      return { type: 'opinion.closed', payload: { people, groups, statements, picture: version } };
    },
  };
}
