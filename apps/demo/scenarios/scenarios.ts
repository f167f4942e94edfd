import { covenantByPetition } from './covenant.scenario.js';
import { declinedAndAppealed } from './declined.scenario.js';
import { directLineCalledBack } from './direct-line.scenario.js';
import { emergencyAtNight } from './emergency.scenario.js';
import { individualNeed } from './individual.scenario.js';
import { leakingPipe } from './leaking-pipe.scenario.js';
import { liftByOwners } from './lift.scenario.js';
import { loop } from './loop.scenario.js';
import { merge } from './merge.scenario.js';
import { nobodyFits } from './nobody-fits.scenario.js';
import { objectionUpheld } from './objection.scenario.js';
import { overdueToSupervision } from './overdue.scenario.js';
import { parkingToOwners } from './parking.scenario.js';
import { promises } from './promises.scenario.js';
import { rejectedAndExplained } from './rejected.scenario.js';
import { roadTwoDistricts } from './road.scenario.js';
import type { Scenario } from './scenario.types.js';
import { liftSignOffs } from './sign-offs.scenario.js';
import { sixItems } from './six-items.scenario.js';
import { threeRepresentatives } from './representatives.scenario.js';

/** Every scenario of the product, in the order in which they are told. */
export const scenarios: readonly Scenario[] = [
  loop,
  individualNeed,
  merge,
  declinedAndAppealed,
  objectionUpheld,
  directLineCalledBack,
  emergencyAtNight,
  overdueToSupervision,
  promises,
  rejectedAndExplained,
  liftByOwners,
  covenantByPetition,
  parkingToOwners,
  threeRepresentatives,
  sixItems,
  liftSignOffs,
  leakingPipe,
  roadTwoDistricts,
  nobodyFits,
];
