import { useCallback } from 'react';

import type { Schema } from '../../api/client.js';
import { chartWords } from '../../words/chart.words.js';
import { officeWords } from '../../words/offices.words.js';
import { useLabel, useWords } from '../../words/words.js';

/** Who may do an act, as the workflow says it: an office here, an office at a related unit, or a relation to the case. */
export interface Who {
  role?: string;
  of?: string;
  relation?: string;
  not?: string[];
}

type Workflow = Pick<Schema<'Workflow'>, 'relations'>;

/** Says in words who may act; `isExact` also says who may not although they hold the office. */
export function useWho(workflow: Workflow | undefined): (who: Who, isExact?: boolean) => string {
  const w = useWords(chartWords);
  const office = useWords(officeWords);
  const inLabel = useLabel();
  return useCallback(
    ({ role, of, relation, not }, isExact = false) => {
      const related = (key: string): string => {
        const found = workflow?.relations.find((one) => one.key === key);
        return found === undefined ? key : inLabel(found.label);
      };
      const named = (key: string): string => office(key as keyof typeof officeWords);
      const plain =
        role === undefined
          ? related(relation ?? '')
          : of === undefined
            ? named(role)
            : w('of', { of: related(of), role: named(role) });
      if (!isExact || not === undefined || not.length === 0) return plain;
      return w('except', { who: plain, not: not.map(related).join(w('listMark')) });
    },
    [workflow, w, office, inLabel],
  );
}
