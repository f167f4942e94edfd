import { hash as digest } from 'node:crypto';

import type { PersonFlag } from '#libs/registry';

import type { Candidate, SoughtPerson } from './people.matching.js';

/** A person of an earlier row of the same file, as the registry will know them. */
export interface SeenPerson extends Candidate {
  row: number;
  flags: readonly PersonFlag[];
}

/**
 * The people of a file so far, found by what may name them: a file of a hundred thousand is compared with itself without reading
 * it again, and what it has said of somebody counts for more than what is registered. Keys are hashes, so that they cost a number
 * each.
 */
export class SeenPeople {
  readonly #byKey = new Map<number, SeenPerson | SeenPerson[]>();

  add(person: SeenPerson, sought: SoughtPerson): void {
    const { id, name, birthDate, household, idIndex, phoneIndex } = person;
    const idIndexes = withKnown(sought.idIndexes, idIndex);
    const phoneIndexes = withKnown(sought.phoneIndexes, phoneIndex);
    for (const key of keysOf({ name, birthDate, household, idIndexes, phoneIndexes, keyed: id })) {
      const there = this.#byKey.get(key);
      if (there === undefined) this.#byKey.set(key, person);
      else if (!Array.isArray(there)) this.#byKey.set(key, there.id === id ? person : [there, person]);
      else this.#byKey.set(key, [...there.filter((one) => one.id !== id), person]);
    }
  }

  /** Whether an earlier row was about the person of this id. */
  has(id: string): boolean {
    const there = this.#byKey.get(hash(`k${id}`));
    return Array.isArray(there) ? there.some((one) => one.id === id) : there?.id === id;
  }

  #latest(person: SeenPerson): SeenPerson {
    const there = this.#byKey.get(hash(`k${person.id}`));
    return (Array.isArray(there) ? there.find(({ id }) => id === person.id) : there) ?? person;
  }

  /** Everybody who shares a key with the row; a hash in common is no more than a hint. */
  candidates(sought: SoughtPerson): SeenPerson[] {
    const found = new Map<string, SeenPerson>();
    for (const key of keysOf(sought)) {
      const there = this.#byKey.get(key);
      for (const one of Array.isArray(there) ? there : there === undefined ? [] : [there]) {
        // whoever was told of twice is known as the later row left them
        found.set(one.id, this.#latest(one));
      }
    }
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
}: Omit<SoughtPerson, 'birthYear'>): number[] {
  return [
    ...idIndexes.map((index) => hash(`i${index}`)),
    ...phoneIndexes.map((index) => hash(`p${index}/${name}`)),
    ...(household === null ? [] : [hash(`h${household}/${name}`)]),
    ...(birthDate === null ? [] : [hash(`b${birthDate}/${name}`)]),
    ...(keyed === null ? [] : [hash(`k${keyed}`)]),
  ];
}

/** 48 bits: in a file of a million keys two that differ hardly ever meet, and if they do the names are compared. */
function hash(text: string): number {
  return Number.parseInt(digest('sha1', text, 'hex').slice(0, 12), 16);
}
