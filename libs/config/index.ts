export type { TestConfig } from './test.config.js';
export { readTestConfig } from './test.config.js';
export { ConfigError, readConfig, type AppConfig } from './app.config.js';
export { SETTINGS, type Setting } from './settings.js';
