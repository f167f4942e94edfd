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

/** Cases named by the fields of an input that its JSON Schema marks with `refers: case`. */
export function namedCases(schema: object, input: unknown): NamedCase[] {
  if (typeof input !== 'object' || input === null) return [];
  const given = new Map(Object.entries(input));
  return Object.entries((schema as Schema).properties ?? {}).flatMap(([path, field]) => {
    const id: unknown = given.get(path);
    const isCase = field.refers === 'case' || (field.anyOf ?? []).some(({ refers }) => refers === 'case');
    return isCase && typeof id === 'string' ? [{ path, id }] : [];
  });
}
