type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The fields that were given: with exact optional properties "absent" and "undefined" are not the same. */
export function definedOf<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
