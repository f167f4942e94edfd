export type { BadVariable, Config } from './config.js';
export { ConfigError, loadDataKeys, loadSigningKey, readConfig } from './config.js';
export type { TestConfig } from './test.config.js';
export { readTestConfig } from './test.config.js';
export type { LogLevel, QueueKind, Role, Variable, VariableName } from './variables.js';
export { VARIABLES } from './variables.js';
