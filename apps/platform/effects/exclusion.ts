import { z } from 'zod';

import { journalLines, type Cases, type EffectHandler } from '#libs/cases';
import type { RateName } from '#libs/contract';
import type { Database } from '#libs/database';
import { countsAgainst, Projector } from '#libs/ledger';
import { tellPersons } from '#libs/notify';
import type { Registry } from '#libs/registry';

import { ACCOUNT_FOLDS } from '../ledger.folds.js';

/** What looking an entry up works with. */
export interface ExclusionParts {
  cases: Cases;
  database: Database;
  registry: Registry;
  localDateOf: (instant: string) => string;
}

const asked = z.object({ entry: z.string(), unit: z.string() });
const outcome = z.object({ person: z.string().nullable(), unit: z.string(), result: z.string() });

/** Relations of those who do or did the work. */
const WORKED_ON_IT: readonly string[] = ['handler', 'formerHandler'];

/** Handlers of appeals: the entry is read from its journal, not from what the unit says of it. */
export function exclusionHandlers(parts: ExclusionParts): Record<string, EffectHandler> {
  return { 'exclusion.readEntry': readEntry(parts), 'exclusion.tellOutcome': tellOutcome(parts) };
}

function readEntry({ cases, database, registry, localDateOf }: ExclusionParts): EffectHandler {
  const projector = new Projector({ database, registry, localDateOf, folds: ACCOUNT_FOLDS });
  return async (call) => {
    const { entry, unit } = asked.parse(call.payload);
    const lines = await database.transaction(async (tx) => projector.linesFrom(tx, await journalLines(tx, [entry])), {
      readOnly: true,
    });
    const parties = (await cases.get(entry))?.parties ?? [];
    const against = new Set<RateName>(lines.flatMap((line) => countsAgainst(line, unit)));
    return {
      type: 'entry.read',
      payload: {
        place: lines[0]?.place ?? null,
        confidential: lines.some(({ isConfidential }) => isConfidential),
        // whoever had it before it went to another unit does not approve either
        handlers: parties.flatMap(({ relation, person }) =>
          WORKED_ON_IT.includes(relation) && person !== undefined ? [person] : [],
        ),
        against: [...against],
      },
    };
  };
}

function tellOutcome({ database }: ExclusionParts): EffectHandler {
  return async (call) => {
    const { person, result } = outcome.parse(call.payload);
    if (person === null) return;
    const about = result === 'excluded' ? 'exclusionApproved' : 'exclusionRefused';
    await database.transaction((tx) => tellPersons({ tx, call }, [person], { about }));
  };
}
