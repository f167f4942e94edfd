/**
 * One base for all suites; `npm test` (test/run-suites.mjs) makes a Jest project of each suite from it.
 * Used as it is, `npx jest libs/engine` runs single files on PGlite.
 */
export default {
  // Node's own module loader instead of Jest's, so that a worker loads the platform once: docs/adr/0009-native-modules-in-tests.md
  testEnvironment: '<rootDir>/test/jest/native-environment.mjs',
  testRunner: '<rootDir>/test/jest/native-runner.mjs',
  testSequencer: '<rootDir>/test/jest/longest-first.mjs',
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/workflows'],
  testMatch: ['**/*.test.ts'],
  // One more than the two processors of the smallest machine: some tests mostly wait.
  maxWorkers: 3,
  testTimeout: 120_000,
  // What test files leave behind stays in the worker: one that has grown is replaced.
  workerIdleMemoryLimit: '1200MB',
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/data/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
};
