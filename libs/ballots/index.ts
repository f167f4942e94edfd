export { ballotEntities } from './ballots.entity.js';
