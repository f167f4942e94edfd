export { rosterEntities } from './rosters.entity.js';
export { Rosters } from './rosters.service.js';
export type { DutyTurn, NewDutyTurn, Striking } from './rosters.service.js';
