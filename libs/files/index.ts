export { filesEntities } from './files.entity.js';
