import { loop } from './loop.scenario.js';
import type { Scenario } from './scenario.types.js';

/** Every scenario of the product, in the order in which they are told. */
export const scenarios: readonly Scenario[] = [loop];
