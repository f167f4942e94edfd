import { z } from 'zod';

export type JsonSchema = { [key: string]: unknown };

/** Which side of a schema is described: what clients send (before transforms), or what they get. */
export type Side = 'input' | 'output';

/** Collects named schemas as `#/components/schemas/…` while endpoints are described. */
export class SchemaBook {
  readonly #components = new Map<string, JsonSchema>();

  /** The schema as it stands at its place: a reference when it has an id, itself otherwise. */
  describe(schema: z.ZodType, side: Side): JsonSchema {
    return this.take(z.toJSONSchema(schema, { io: side, unrepresentable: 'any' }), z.globalRegistry.get(schema)?.id);
  }

  /** Takes a finished JSON Schema in; with a name it becomes a component and the answer a reference to it. */
  take(schema: JsonSchema, name?: string): JsonSchema {
    const { $schema: _, $defs, id: __, ...own } = schema;
    for (const [key, part] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) this.#add(key, part);
    if (name === undefined) return relocated(own) as JsonSchema;
    // a named schema comes as a pointer to itself among the definitions: what it says was taken in above
    if (own.$ref !== `#/$defs/${name}`) this.#add(name, own);
    return { $ref: `#/components/schemas/${name}` };
  }

  components(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#components].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #add(name: string, schema: JsonSchema): void {
    const { id: _, $schema: __, ...own } = schema;
    this.#components.set(name, relocated(own) as JsonSchema);
  }
}

function relocated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relocated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === '$ref' && typeof part === 'string' ? part.replace('#/$defs/', '#/components/schemas/') : relocated(part),
    ]),
  );
}
