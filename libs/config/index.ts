export type { BadVariable, Config } from './config.js';
export { ConfigError, loadSigningKey, readConfig } from './config.js';
export type { TestConfig } from './test.config.js';
export { readTestConfig } from './test.config.js';
export type { LogLevel, QueueKind, Role, Variable, VariableName } from './variables.js';
export { LOG_LEVELS, QUEUE_KINDS, ROLES, VARIABLES } from './variables.js';
