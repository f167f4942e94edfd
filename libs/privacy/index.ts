export { privacyEntities } from './privacy.entities.js';
