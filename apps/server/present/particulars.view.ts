import { leastReaching } from '#libs/decision';
import type { CovenantContext } from '#workflows/covenant';
import type { DeliberationContext } from '#workflows/deliberation';
import type { PetitionContext } from '#workflows/petition';

import type { ParticularsBody } from '../api/particulars.schema.js';

/** Texts of the case by id; `null`: erased. */
type Texts = Readonly<Record<string, string | null>>;

interface Reader {
  texts: Texts;
  /** Every id of whoever reads. */
  ids: readonly string[];
}

const isOneOf = (ids: readonly string[], person: string | null): boolean => person !== null && ids.includes(person);

/** How far a petition is. Who signed stays with those who run it. */
export function presentPetition(
  { base, reason, size, signatures, call }: Omit<PetitionContext, 'policy'>,
  { texts, ids, shares }: Reader & { shares: PetitionContext['policy']['shares'] },
): NonNullable<ParticularsBody['petition']> {
  const share = shares[base];
  return {
    base,
    reason: texts[reason] ?? null,
    size,
    share,
    needed: size === null ? null : leastReaching(share, size),
    signatures: signatures.filter(({ struck }) => struck === null).length,
    hasSigned: signatures.some(({ person }) => isOneOf(ids, person)),
    meetsAt: call?.startsAt ?? null,
  };
}

/** What a covenant says and how far it has come; of its signatories how many there are. */
export function presentCovenant(
  { kind, text, adopted, check, signatories, entered, filing }: CovenantContext,
  { texts, ids }: Reader,
): NonNullable<ParticularsBody['covenant']> {
  const shown = adopted?.text ?? text;
  return {
    kind,
    text: shown === null ? null : (texts[shown] ?? null),
    isAdopted: adopted !== null,
    finding: check === null ? null : (texts[check.finding] ?? null),
    signatories: signatories.length,
    hasSigned: signatories.some(({ person }) => isOneOf(ids, person)),
    entry:
      entered === null
        ? null
        : { id: entered.entry, number: entered.number, version: entered.version, inForceFrom: entered.inForceFrom },
    filing: filing === null ? null : { number: filing.number, on: filing.on },
  };
}

/** What was drafted, answered and agreed: all of it comes before the meeting in public. */
export function presentDeliberation(
  { measures, amendments, answers, agreed }: DeliberationContext,
  { texts, names }: { texts: Texts; names: ReadonlyMap<string, string> },
): NonNullable<ParticularsBody['deliberation']> {
  const read = (id: string | null): string | null => (id === null ? null : (texts[id] ?? null));
  return {
    measures: measures
      .toSorted((a, b) => b.backers.length - a.backers.length || a.number - b.number)
      .map(({ number, text, backers }) => ({ number, text: read(text), backers: backers.length })),
    amendments: amendments.map(({ number, measure, text, state, reason }) => ({
      number,
      measure,
      text: read(text),
      state,
      reason: read(reason),
    })),
    answers: answers.map(({ unit, question, text }) => ({
      unit: unit === null ? null : { id: unit, name: names.get(unit) ?? unit },
      question: read(question),
      text: read(text),
    })),
    agreed: agreed.flatMap((id) => read(id) ?? []),
  };
}
