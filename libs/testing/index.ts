export { FakeClock } from './fake-clock.js';
export type { TestDatabase } from './test-database.js';
export { isOnPostgres, testDatabase } from './test-database.js';
