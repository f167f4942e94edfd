import { caseAnnexes, type CaseAnnex } from '#libs/cases';
import type { Actor, Label } from '#libs/engine';

import type { Platform } from '../platform.js';
import { PAUSE_ENDING, pauseReasonOf, reasonIn, type Pause } from './pauses.js';
import { categoryNames } from './story.js';

/** What tables show beside a case, in words. */
export interface Annex {
  unitName: string;
  place: { id: string; name: string } | null;
  category: Label | null;
  number: string | null;
  numbers: { system: string; number: string }[];
  holder: { id: string; name: string } | null;
  state: string | null;
  waitsFor: Label | null;
  since: string | null;
  clock: Label | null;
  dueAt: string | null;
  isOverdue: boolean;
  paused: (Pause & { clock: Label }) | null;
}

type Parts = Pick<
  Platform,
  'database' | 'reader' | 'registry' | 'ledger' | 'exchange' | 'workflows' | 'localDateOf' | 'now'
>;

const HELD: Label = { zh: '已批准暂停计时', en: 'Its time was stopped' };

/**
 * Of cases the reader was found to see. Numbers others know them by are for those who work on cases; `isAtWork` says whether the
 * reader does. Why a clock stands still is told as it was typed to whoever may read that text of the case.
 */
export async function annexesOf(
  parts: Parts,
  cases: readonly { id: string; workflow: string; unit: string }[],
  { isAtWork, actor }: { isAtWork: boolean; actor: Actor | null },
): Promise<ReadonlyMap<string, Annex>> {
  if (cases.length === 0) return new Map();
  const { database, reader, ledger, exchange, workflows, now } = parts;
  const ids = cases.map(({ id }) => id);
  const found = new Map((await caseAnnexes(database, ids, { ending: PAUSE_ENDING })).map((annex) => [annex.id, annex]));
  const reasons = await reasonsOf(parts, [...found.values()], actor);
  const numbers = await ledger.numbers(database, ids);
  const given = isAtWork ? await exchange.numbers.ofMany(ids) : new Map<string, { system: string; number: string }[]>();
  const names = await reader.unitNames(
    cases.flatMap(({ id, unit }) => [unit, found.get(id)?.place, found.get(id)?.holder].filter((one) => one != null)),
  );
  const named = (id: string | null | undefined) => (id == null ? null : { id, name: names.get(id) ?? '' });
  const categories = await categoryNames(
    parts,
    cases[0]?.unit ?? '',
    [...found.values()].map(({ category }) => category),
  );
  const at = now();
  return new Map(
    cases.map(({ id, workflow, unit }): [string, Annex] => {
      const annex = found.get(id);
      const clockNamed = (name: string): Label =>
        workflows.get(workflow)?.workflow.clocks[name]?.label ?? { zh: name, en: name };
      const { category = null, state = null, label = null, since = null, clock = null, dueAt = null } = annex ?? {};
      return [
        id,
        {
          unitName: names.get(unit) ?? '',
          place: named(annex?.place),
          category: category === null ? null : (categories.get(category)?.name ?? null),
          number: numbers.get(id) ?? null,
          numbers: given.get(id) ?? [],
          holder: named(annex?.holder),
          ...{ state, waitsFor: label, since },
          clock: clock === null ? null : clockNamed(clock),
          dueAt,
          isOverdue: dueAt !== null && dueAt < at,
          paused:
            annex?.pausedClock == null
              ? null
              : {
                  ...{ clock: clockNamed(annex.pausedClock), since: annex.pausedSince, until: annex.pauseEndsAt },
                  why: reasons.get(id) ?? label ?? HELD,
                },
        },
      ];
    }),
  );
}

/** Why the clocks of these cases stand still, in the words typed, by case; of those whose words the reader may read. */
async function reasonsOf(
  { reader }: Pick<Parts, 'reader'>,
  annexes: readonly CaseAnnex[],
  actor: Actor | null,
): Promise<ReadonlyMap<string, Label>> {
  const reasons = new Map<string, Label>();
  for (const { id, request, missing } of annexes) {
    const reason = pauseReasonOf({ request, missing });
    const seen = reason === null ? null : await reader.see(id, actor);
    const words = seen === null ? null : reasonIn(seen.texts, reason);
    if (words !== null) reasons.set(id, words);
  }
  return reasons;
}
