export { demoPeople, demoPersonId } from './limin/demo-people.js';
export type { DemoOffice, DemoPerson, DemoPersonKey } from './limin/demo-people.js';
export { LIMIN_FIGURES, LIMIN_YEAR } from './limin/limin.figures.js';
export { unitId } from './limin/limin.units.js';
export { liminWorld } from './limin/limin.world.js';
export type { LiminWorld } from './limin/limin.world.js';
