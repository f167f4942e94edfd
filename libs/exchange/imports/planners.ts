import type { ImportKind } from '../exchange.vocabulary.js';
import { BodiesPlanner } from './bodies.planner.js';
import { CataloguePlanner } from './catalogue.planner.js';
import { HouseholdsPlanner } from './households.planner.js';
import { PeoplePlanner } from './people.planner.js';
import type { PlanGround, Planner } from './planner.types.js';
import { PremisesPlanner } from './premises.planner.js';
import { UnitsPlanner } from './units.planner.js';

/** The planner of a kind of table. */
export function plannerOf(kind: ImportKind, ground: PlanGround): Planner {
  switch (kind) {
    case 'units':
      return new UnitsPlanner(ground);
    case 'premises':
      return new PremisesPlanner(ground);
    case 'households':
      return new HouseholdsPlanner(ground);
    case 'people':
      return new PeoplePlanner(ground);
    case 'bodies':
      return new BodiesPlanner(ground);
    case 'catalogue':
      return new CataloguePlanner(ground);
  }
}
