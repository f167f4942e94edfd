import { hash as digest } from 'node:crypto';

import type { Candidate, SoughtPerson } from './people.matching.js';

/** A person of an earlier row of the same file. */
export interface SeenPerson extends Candidate {
  row: number;
}

/**
 * The people of a file so far, found by what may name them: a file of a hundred thousand is compared with itself without reading
 * it again. Keys are hashes, so that they cost a number each.
 */
export class SeenPeople {
  readonly #byKey = new Map<number, SeenPerson | SeenPerson[]>();

  add(person: SeenPerson, sought: SoughtPerson): void {
    for (const key of keysOf({ ...sought, keyed: person.id })) {
      const there = this.#byKey.get(key);
      if (there === undefined) this.#byKey.set(key, person);
      else if (Array.isArray(there)) there.push(person);
      else if (there !== person) this.#byKey.set(key, [there, person]);
    }
  }

  /** Everybody who shares a key with the row; a hash in common is no more than a hint. */
  candidates(sought: SoughtPerson): SeenPerson[] {
    const found = new Set<SeenPerson>();
    for (const key of keysOf(sought)) {
      const there = this.#byKey.get(key);
      if (Array.isArray(there)) there.forEach((one) => found.add(one));
      else if (there !== undefined) found.add(there);
    }
    return [...found];
  }
}

function keysOf({ name, birthDate, household, idIndexes, keyed }: SoughtPerson): number[] {
  return [
    ...idIndexes.map((index) => hash(`i${index}`)),
    ...(household === null ? [] : [hash(`h${household}/${name}`)]),
    ...(birthDate === null ? [] : [hash(`b${birthDate}/${name}`)]),
    ...(keyed === null ? [] : [hash(`k${keyed}`)]),
  ];
}

/** 48 bits: in a file of a million keys two that differ hardly ever meet, and if they do the names are compared. */
function hash(text: string): number {
  return Number.parseInt(digest('sha1', text, 'hex').slice(0, 12), 16);
}
