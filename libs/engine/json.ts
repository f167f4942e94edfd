import { EngineFault } from './faults.js';
import type { Json, JsonObject } from './vocabulary.js';

/**
 * A deep copy as plain JSON. Keys with the value `undefined` are left out.
 * @throws EngineFault for anything JSON would lose silently: Date, Map, Error, function, NaN…
 */
export function toJson(value: unknown, path: string): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value;
    throw new EngineFault(`${path} is not a finite number`);
  }
  if (Array.isArray(value)) return value.map((item, index) => toJson(item, `${path}[${String(index)}]`));
  if (typeof value === 'object' && isPlain(value)) return toJsonObject(value, path);
  throw new EngineFault(`${path} is not JSON: ${describe(value)}`);
}

/** {@link toJson} for an object. */
export function toJsonObject(value: object, path: string): JsonObject {
  const copy: JsonObject = {};
  for (const [key, part] of Object.entries(value)) {
    if (part !== undefined) copy[key] = toJson(part, `${path}.${key}`);
  }
  return copy;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null ? value.constructor.name : typeof value;
}
