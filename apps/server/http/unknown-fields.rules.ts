/** A JSON Schema, as far as it is read here. */
interface ObjectLike {
  $ref?: string;
  $defs?: Record<string, ObjectLike>;
  properties?: Record<string, ObjectLike>;
  additionalProperties?: boolean | ObjectLike;
  items?: boolean | ObjectLike;
  prefixItems?: ObjectLike[];
  anyOf?: ObjectLike[];
  oneOf?: ObjectLike[];
  allOf?: ObjectLike[];
}

/**
 * Places of fields that a schema does not know. Workflows declare plain objects, which would drop unknown fields in silence;
 * a client that misspells a field must hear of it. Where a schema has alternatives, the one that knows most is taken.
 */
export function unknownFields(schema: unknown, value: unknown): string[] {
  const root = schema as ObjectLike;
  return find(root, value, { path: '', root });
}

interface Place {
  path: string;
  root: ObjectLike;
}

function find(schema: ObjectLike, value: unknown, place: Place): string[] {
  const own = resolve(schema, place.root);
  const alternatives = own.anyOf ?? own.oneOf;
  if (alternatives !== undefined) {
    const found = alternatives
      .filter((one) => fitsKind(resolve(one, place.root), value))
      .map((one) => find(one, value, place));
    return found.sort((a, b) => a.length - b.length)[0] ?? [];
  }
  if (own.allOf !== undefined) return inAll(own, value, place);
  if (Array.isArray(value)) return inList(own, value, place);
  return typeof value === 'object' && value !== null ? inObject(own, value, place) : [];
}

function resolve(schema: ObjectLike, root: ObjectLike): ObjectLike {
  const name = schema.$ref?.replace('#/$defs/', '');
  const target = name === undefined ? undefined : schema.$ref === '#' ? root : root.$defs?.[name];
  return target === undefined ? schema : resolve(target, root);
}

/** A field is unknown to an intersection when no part knows it. */
function inAll(schema: ObjectLike, value: unknown, place: Place): string[] {
  const [first = [], ...others] = (schema.allOf ?? []).map((part) => find(part, value, place));
  return first.filter((path) => others.every((other) => other.includes(path)));
}

function inList(schema: ObjectLike, value: unknown[], place: Place): string[] {
  return value.flatMap((item, index) => {
    const part = schema.prefixItems?.[index] ?? schema.items;
    return typeof part === 'object' ? find(part, item, { ...place, path: join(place.path, String(index)) }) : [];
  });
}

function inObject(schema: ObjectLike, value: object, place: Place): string[] {
  const { properties, additionalProperties } = schema;
  if (properties === undefined && additionalProperties === undefined) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const path = join(place.path, key);
    const known = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (known !== undefined) return find(known, part, { ...place, path });
    if (typeof additionalProperties === 'object') return find(additionalProperties, part, { ...place, path });
    return additionalProperties === true ? [] : [path];
  });
}

function fitsKind(schema: ObjectLike, value: unknown): boolean {
  const kind = (schema as { type?: string }).type;
  if (Array.isArray(value)) return kind === undefined || kind === 'array';
  if (typeof value === 'object' && value !== null) return kind === undefined || kind === 'object';
  return kind !== 'object' && kind !== 'array';
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
