import { z } from 'zod';

/** What JSON Schema calls a field that takes the id of an uploaded file; pages offer an upload for it. */
const FORMAT = 'file';

/**
 * Id of a file that was uploaded before. A chart knows it as a string; where people's words come in, whoever names it must be one who
 * may show it ({@link fileIdsIn}).
 */
export function fileId(): z.ZodString {
  return z.string().min(1).max(200).meta({ format: FORMAT, description: 'Id of an uploaded file' });
}

/** An id in an input that stands for a file, with the field it stands in, such as `papers.0.file`. */
export interface NamedFile {
  path: string;
  id: string;
}

interface Shape {
  $ref?: string;
  $defs?: Record<string, Shape>;
  format?: string;
  properties?: Record<string, Shape>;
  additionalProperties?: Shape | boolean;
  items?: Shape | boolean;
  prefixItems?: Shape[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
}

const shapes = new WeakMap<z.ZodType, Shape>();

/** Every file an input names, by its schema. What does not fit the schema names none: the schema itself refuses it. */
export function fileIdsIn(schema: z.ZodType, input: unknown): NamedFile[] {
  const root = shapeOf(schema);
  const found = new Map<string, NamedFile>();
  look(root, { root, value: input, path: '', found });
  return [...found.values()];
}

function shapeOf(schema: z.ZodType): Shape {
  const known = shapes.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape);
  shapes.set(schema, known);
  return known;
}

interface Looking {
  root: Shape;
  value: unknown;
  path: string;
  found: Map<string, NamedFile>;
}

function look(shape: Shape, at: Looking): void {
  const { root, value, path, found } = at;
  if (shape.$ref !== undefined) look(referred(root, shape.$ref), at);
  if (shape.format === FORMAT && typeof value === 'string') found.set(path, { path, id: value });
  for (const one of [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])]) look(one, at);
  if (Array.isArray(value)) lookIntoList(shape, value, at);
  else if (typeof value === 'object' && value !== null) lookIntoObject(shape, value, at);
}

function lookIntoList({ items, prefixItems = [] }: Shape, values: readonly unknown[], at: Looking): void {
  for (const [index, value] of values.entries()) {
    const shape = prefixItems[index] ?? items;
    if (typeof shape === 'object') look(shape, { ...at, value, path: below(at.path, String(index)) });
  }
}

function lookIntoObject({ properties = {}, additionalProperties: others }: Shape, value: object, at: Looking): void {
  for (const [key, part] of Object.entries(value)) {
    const shape = Object.hasOwn(properties, key) ? properties[key] : others;
    if (typeof shape === 'object') look(shape, { ...at, value: part, path: below(at.path, key) });
  }
}

function referred({ $defs = {}, ...root }: Shape, ref: string): Shape {
  return ref === '#' ? { $defs, ...root } : ($defs[ref.replace('#/$defs/', '')] ?? {});
}

const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
