import type { operations } from '../../api/schema.generated.js';

export type RollChangeBody = operations['proposeRollChange']['requestBody']['content']['application/json'];

export const CHANGE_KINDS = ['add', 'correct', 'sale', 'remove'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export const GROUNDS = ['appeal', 'inheritance', 'moved', 'correction', 'contest'] as const;
export type Ground = (typeof GROUNDS)[number];

type Weights = Extract<RollChangeBody, { kind: 'add' }>['weights'];

/** A change of the roll as far as it is filled in; areas in square metres, as people write them. */
export interface Proposed {
  kind: ChangeKind;
  ground: Ground | null;
  entry: string;
  building: string | null;
  flat: string | null;
  household: string;
  area: string;
  people: readonly string[];
  reason: string;
}
export const NOTHING_PROPOSED: Proposed = {
  kind: 'add',
  ground: null,
  entry: '',
  building: null,
  flat: null,
  household: '',
  area: '',
  people: [],
  reason: '',
};

const BASES = ['heads', 'area', 'households', 'members', 'present'] as const satisfies (keyof Weights)[];

/** What the units of a roll weigh something in: of an owner a head and an area, of a household one household. */
export function basesOf(rows: readonly { weights: Weights }[]): (keyof Weights)[] {
  const [first] = rows;
  return BASES.filter((base) => (first?.weights ?? { heads: 1 })[base] !== undefined);
}

/** Square metres as they are written, in 0.01 m²; `null`: that is no area. */
export function areaOf(written: string): number | null {
  const text = written.normalize('NFKC').trim();
  return /^\d{1,7}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : null;
}

/** The change as the service takes it; `null`: something is missing still. */
export function bodyOf(form: Proposed, bases: readonly (keyof Weights)[]): RollChangeBody | null {
  const { kind, entry, flat, ground, people } = form;
  const reason = form.reason.trim();
  if (reason === '') return null;
  const casters = [...people];
  if (kind === 'sale')
    return entry === '' || flat === null || casters.length === 0
      ? null
      : { kind, entry, flat, buyers: casters, reason };
  if (ground === null) return null;
  if (kind === 'add') return addition(form, bases, { ground, reason });
  if (entry === '') return null;
  if (kind === 'remove') return { kind, entry, ground, reason };
  return casters.length === 0 ? null : { kind, entry, ground, reason, casters };
}

function addition(
  { people, building, flat, household, area }: Proposed,
  bases: readonly (keyof Weights)[],
  why: { ground: Ground; reason: string },
): RollChangeBody | null {
  const measured = bases.includes('area') ? areaOf(area) : 0;
  if (people.length === 0 || measured === null || (bases.includes('households') && household === '')) return null;
  const weights: Weights = Object.fromEntries(bases.map((base) => [base, base === 'area' ? measured : 1]));
  return {
    kind: 'add',
    ...why,
    casters: [...people],
    weights,
    ...(building === null ? {} : { building }),
    ...(flat === null ? {} : { premises: [flat] }),
    ...(household === '' ? {} : { household }),
  };
}
