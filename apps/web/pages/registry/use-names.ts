import { UNNAMED, useNames as useKnownNames } from '../../app/names.js';

/** What ids of units and people are called, as far as the reader may know. */
export function useNames(ids: readonly string[]): (id: string) => string {
  const known = useKnownNames(ids);
  return (id) => known(id) ?? UNNAMED;
}
