import { z } from 'zod';

import { COVENANT_KINDS } from './contract.js';

const id = z.string().min(1);
const day = z.iso.date();

/** What a covenant asks of the outside. */
export const covenantEffects = {
  /** Settles a provisional verdict by the rule in force now; answers with `verdict.settled`. */
  settleVerdict: z.object({ unit: id, certificate: z.json() }),
  /**
   * Enters the text into the register and answers with `register.entered`, or with `register.refused` and the code. Asked again
   * for the same case it answers the same.
   */
  enterRegister: z.object({
    unit: id,
    kind: z.enum(COVENANT_KINDS),
    revises: z.object({ entry: id, version: z.number().int() }).nullable(),
    title: id.describe('Id of the text'),
    text: id.describe('Id of the text'),
    document: z.string().nullable(),
    decision: z.object({ case: id, certificate: z.json() }).nullable(),
    adoptedOn: day,
    check: z.object({ by: id, on: day, finding: id }).nullable(),
    filing: z.object({ with: id, number: z.string().nullable(), on: day, bySilence: z.boolean() }).nullable(),
    chair: z.object({ person: id, at: id }).nullable(),
    signatories: z.array(z.object({ person: id, isNamed: z.boolean(), at: id })),
  }),
  /** Ends an entry of the register; answers with `register.ended`, or with `register.refused` and the code. */
  endRegister: z.object({ entry: id, on: day, reason: id.nullable().describe('Id of the text') }),
  /** Somebody signed a pledge in force, or is now named or no longer. */
  registerSignature: z.object({ entry: id, person: id, isNamed: z.boolean(), at: id }),
  /** Somebody left a pledge in force. */
  registerLeaving: z.object({ entry: id, person: id, at: id }),
};
