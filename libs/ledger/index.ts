export { ledgerEntities } from './ledger.entity.js';
export { Projector, type ProjectorParts } from './projector.service.js';
