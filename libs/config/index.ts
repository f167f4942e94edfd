export type { TestConfig } from './test.config.js';
export { readTestConfig } from './test.config.js';
