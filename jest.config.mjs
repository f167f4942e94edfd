/**
 * One base for all suites; `npm test` (test/run-suites.mjs) makes a Jest project of each suite from it.
 * Used as it is, `npx jest libs/engine` runs single files on PGlite.
 */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/workflows'],
  setupFiles: ['<rootDir>/test/suite-environment.mjs'],
  maxWorkers: 2,
  testTimeout: 120_000,
  // Contexts of finished ES module tests are not given back: a worker that has grown is replaced.
  workerIdleMemoryLimit: '1500MB',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          experimental: { keepImportAttributes: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^#(libs|workflows|apps)/(.*)$': '<rootDir>/$1/$2/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/data/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
};
