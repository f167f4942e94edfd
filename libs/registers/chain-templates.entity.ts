import { defineEntity, p } from '@mikro-orm/core';

import type { JsonObject } from '#libs/engine';

/**
 * A finished chain of sign-offs, saved for the next building: procedures, departments, order, papers and the days it took. No
 * person, file, money or free text is in it: conditions are ids of texts. A version is never altered.
 */
export const ChainTemplateEntity = defineEntity({
  name: 'ChainTemplate',
  tableName: 'chain_templates',
  properties: {
    /** Short name, the same for all versions. */
    template: p.string().primary(),
    version: p.integer().primary(),
    /** Where the chain was gone through; null: written without one. */
    unit: p.string().nullable(),
    name: p.text(),
    steps: p.json<JsonObject[]>(),
    /** The chain it was saved from: one version each. */
    caseId: p.string().nullable().unique(),
    savedBy: p.string(),
    savedAt: p.datetime(3),
  },
});
