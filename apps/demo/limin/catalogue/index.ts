import { BUILDING } from './building.js';
import { OCCASIONAL } from './occasional.js';
import { ENVIRONMENT } from './environment.js';
import type { Matter, MatterOf, Theme } from './matter.js';
import { ORDER } from './order.js';
import { PEOPLE } from './people.js';
import { UTILITIES } from './utilities.js';

const LISTS: Readonly<Record<Theme, readonly MatterOf[]>> = {
  utilities: UTILITIES,
  building: BUILDING,
  order: ORDER,
  environment: ENVIRONMENT,
  people: PEOPLE,
  occasional: OCCASIONAL,
};

/** Everything that comes up in a year of Limin. */
export const MATTERS: readonly Matter[] = (Object.keys(LISTS) as Theme[]).flatMap((theme) =>
  LISTS[theme].map((matter) => ({ ...matter, theme })),
);
