import type { Json } from '#libs/engine';

/** One place in which two versions differ. Null: it is not there. */
export interface Difference {
  /** `tests.0.approval.numerator` */
  path: string;
  before: Json;
  after: Json;
}

/** Places in which two bodies differ, in the order of the newer one. Keys in `apart` are left out, such as the version itself. */
export function differencesOf(before: Json, after: Json, apart: readonly string[] = []): Difference[] {
  const found: Difference[] = [];
  collect({ path: '', before, after }, found);
  return found.filter(({ path }) => !apart.includes(path.split('.')[0] ?? ''));
}

function collect(at: Difference, found: Difference[]): void {
  const { path, before, after } = at;
  if (isBranch(before) && isBranch(after) && Array.isArray(before) === Array.isArray(after)) {
    for (const key of keysOf(before, after))
      collect(
        {
          path: path === '' ? key : `${path}.${key}`,
          before: partOf(before, key),
          after: partOf(after, key),
        },
        found,
      );
    return;
  }
  if (JSON.stringify(before) !== JSON.stringify(after)) found.push(at);
}

type Branch = Exclude<Json, string | number | boolean | null>;

function isBranch(value: Json): value is Branch {
  return typeof value === 'object' && value !== null;
}

function keysOf(before: Branch, after: Branch): string[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])];
}

function partOf(branch: Branch, key: string): Json {
  return (branch as { [key: string]: Json })[key] ?? null;
}
