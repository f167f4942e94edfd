import { declinedAndAppealed } from './declined.scenario.js';
import { emergencyAtNight } from './emergency.scenario.js';
import { loop } from './loop.scenario.js';
import { merge } from './merge.scenario.js';
import { overdueToSupervision } from './overdue.scenario.js';
import type { Scenario } from './scenario.types.js';

/** Every scenario of the product, in the order in which they are told. */
export const scenarios: readonly Scenario[] = [loop, merge, declinedAndAppealed, emergencyAtNight, overdueToSupervision];
