import { CASE_REFERENCES } from '#libs/contract';

/** What the reading of a schema needs of it. */
interface Schema {
  refers?: unknown;
  properties?: Record<string, Schema>;
  anyOf?: readonly Schema[];
}

/** A case that an input names, and in which field. */
export interface NamedCase {
  path: string;
  id: string;
}

/** Cases named by the fields of an input that its JSON Schema marks as such: `refers` to a case, or to a case of one workflow. */
export function namedCases(schema: object, input: unknown): NamedCase[] {
  if (typeof input !== 'object' || input === null) return [];
  const given = new Map(Object.entries(input));
  return Object.entries((schema as Schema).properties ?? {}).flatMap(([path, field]) => {
    const id: unknown = given.get(path);
    const namesCase = [field, ...(field.anyOf ?? [])].some(({ refers }) =>
      CASE_REFERENCES.some((one) => one === refers),
    );
    return namesCase && typeof id === 'string' ? [{ path, id }] : [];
  });
}
