import type { Cases } from '#libs/cases';

import type { CaseFacts } from './notify.types.js';

/** What handlers need to know of a case, from its stored state alone: much lighter than a whole view. */
export function caseFactsOf(cases: Pick<Cases, 'stored' | 'world'>): (caseId: string) => Promise<CaseFacts | null> {
  return async (caseId) => {
    const stored = await cases.stored(caseId);
    if (stored === null) return null;
    const { workflow } = cases.world.registered(stored.workflow);
    const { unit, visibility } = workflow.summary(stored.context, stored.value);
    return { unit, visibility, parties: workflow.parties(stored.context) };
  };
}
