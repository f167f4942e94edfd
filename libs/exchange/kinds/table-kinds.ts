import type { ImportKind } from '../exchange.vocabulary.js';
import type { TableKind } from '../table/columns.types.js';
import { HOUSEHOLDS } from './households.columns.js';
import { BODIES_TABLE, CATALOGUE, UNITS } from './other.columns.js';
import { PEOPLE } from './people.columns.js';
import { PREMISES } from './premises.columns.js';

/** Every kind of table that can be imported. */
export const TABLE_KINDS: Readonly<Record<ImportKind, TableKind>> = {
  units: UNITS,
  premises: PREMISES,
  households: HOUSEHOLDS,
  people: PEOPLE,
  bodies: BODIES_TABLE,
  catalogue: CATALOGUE,
};
