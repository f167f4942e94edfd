import { PackedStrings } from '../files/packed-strings.js';
import { PackedIndex } from './packed.index.js';

/**
 * What an import keeps in mind from its first row to its last, beside the heap: records as text, found by keys. A table of a
 * hundred thousand rows costs some twenty megabytes this way, not hundreds; and what the collector of garbage never sees does not
 * make it let the heap grow.
 */
export class PackedRecords<One extends object> {
  readonly #texts = new PackedStrings();
  readonly #index = new PackedIndex();

  /** @param fields all there are; their values must survive JSON. */
  constructor(private readonly fields: readonly (keyof One & string)[]) {}

  /** Keeps a record under its keys, in place of the one that `isSame` says it was before. */
  add(record: One, keys: readonly string[], isSame: (there: One) => boolean): void {
    const number = this.#texts.length;
    this.#texts.push(JSON.stringify(this.fields.map((field) => record[field])));
    for (const key of new Set(keys)) {
      const known = this.#index.entries(key).find((entry) => isSame(this.#at(this.#index.numberOf(entry))));
      if (known === undefined) this.#index.add(key, number);
      else this.#index.replace(known, number);
    }
  }

  /** Records kept under the key, the newest first; and now and then another one, so compare. */
  find(key: string): One[] {
    return this.#index.entries(key).map((entry) => this.#at(this.#index.numberOf(entry)));
  }

  /** Every record, once for each of its keys. */
  *all(): Generator<One> {
    for (const number of this.#index.numbers()) yield this.#at(number);
  }

  #at(number: number): One {
    const values = JSON.parse(this.#texts.at(number)) as unknown[];
    return Object.fromEntries(this.fields.map((field, at) => [field, values[at]])) as One;
  }
}

type Keyed<One> = One & { key: string };

/** A map whose values are kept as {@link PackedRecords}: what is got is a copy. */
export class PackedMap<One extends object> {
  readonly #records: PackedRecords<Keyed<One>>;

  /** @param fields of a value, all there are; none is called `key`. */
  constructor(fields: readonly (keyof One & string)[]) {
    this.#records = new PackedRecords(['key', ...fields]);
  }

  get(key: string): One | undefined {
    return this.#records.find(key).find((one) => one.key === key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  set(key: string, one: One): void {
    this.#records.add({ ...one, key }, [key], (there) => there.key === key);
  }

  values(): Generator<One> {
    return this.#records.all();
  }
}
