import type { PersonFlag } from '#libs/registry';

import { PackedRecords } from './packed.records.js';
import type { Candidate, SoughtPerson } from './people.matching.js';

/** A person of an earlier row of the same file, as the registry will know them. */
export interface SeenPerson extends Candidate {
  row: number;
  flags: readonly PersonFlag[];
}

const FIELDS = [
  'row',
  'id',
  'name',
  'birthDate',
  'birthYear',
  'household',
  'idIndex',
  'phoneIndex',
  'flags',
] as const satisfies (keyof SeenPerson)[];

/**
 * The people of a file so far, found by what may name them: a file of a hundred thousand is compared with itself without reading
 * it again, and what it has said of somebody counts for more than what is registered.
 */
export class SeenPeople {
  readonly #people = new PackedRecords<SeenPerson>(FIELDS);

  add(person: SeenPerson, sought: SoughtPerson): void {
    const { id, name, birthDate, household, idIndex, phoneIndex } = person;
    const idIndexes = withKnown(sought.idIndexes, idIndex);
    const phoneIndexes = withKnown(sought.phoneIndexes, phoneIndex);
    const keys = keysOf({ name, birthDate, household, idIndexes, phoneIndexes, keyed: id });
    this.#people.add(person, keys, (there) => there.id === id);
  }

  /** Whether an earlier row was about the person of this id. */
  has(id: string): boolean {
    return this.#latest(id) !== undefined;
  }

  #latest(id: string): SeenPerson | undefined {
    return this.#people.find(`k${id}`).find((one) => one.id === id);
  }

  /** Everybody who shares a key with the row; a key in common is no more than a hint. */
  candidates(sought: SoughtPerson): SeenPerson[] {
    const found = new Map<string, SeenPerson>();
    // the first told of comes first
    for (const one of keysOf(sought).flatMap((key) => this.#people.find(key).toReversed()))
      // whoever was told of twice is known as the later row left them
      if (!found.has(one.id)) found.set(one.id, this.#latest(one.id) ?? one);
    return [...found.values()];
  }
}

function withKnown(indexes: readonly string[], known: string | null): readonly string[] {
  return known === null || indexes.includes(known) ? indexes : [...indexes, known];
}

function keysOf({
  name,
  birthDate,
  household,
  idIndexes,
  phoneIndexes,
  keyed,
}: Omit<SoughtPerson, 'birthYear'>): string[] {
  return [
    ...idIndexes.map((index) => `i${index}`),
    ...phoneIndexes.map((index) => `p${index}/${name}`),
    ...(household === null ? [] : [`h${household}/${name}`]),
    ...(birthDate === null ? [] : [`b${birthDate}/${name}`]),
    ...(keyed === null ? [] : [`k${keyed}`]),
  ];
}
