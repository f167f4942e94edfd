import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { setGlobals } from './globals.mjs';
import { loadTypeScript } from './typescript.mjs';

const require = createRequire(import.meta.url);
const { default: runCircus } = require('jest-circus/runner');
let files = 0;

/**
 * Jest's `testRunner`: jest-circus as always, but modules are imported by Node itself and stay loaded for the next test file of
 * this worker. Jest would load all of them anew for each file, which took most of the time of the whole run (docs/adr/0009).
 */
export default async function runNatively(...args) {
  const [, config, , runtime, testPath] = args;
  if (files === 0) loadTypeScript(join(config.cacheDirectory, 'minyi-typescript'));
  files += 1;
  // A suite that runs the same file again gets its tests again: only the test file itself is loaded anew.
  const address = `${pathToFileURL(testPath).href}?run=${files}`;
  const native = {
    requireInternalModule: freshCircus,
    requireModule: require,
    setGlobalsForRuntime(globals) {
      runtime.setGlobalsForRuntime(globals);
      setGlobals(runtime.requireModuleOrMock(testPath, '@jest/globals'));
    },
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(path === testPath ? address : pathToFileURL(path).href),
    enterTestCode: () => runtime.enterTestCode(),
    leaveTestCode: () => runtime.leaveTestCode(),
  };
  useSourceMapsOfNode();
  return runCircus(...args.with(3, native));
}

/** Circus keeps its describe blocks and hooks in the module itself and its listeners on the global object. */
function freshCircus(path) {
  delete require.cache[path];
  Reflect.deleteProperty(globalThis, Symbol.for('EVENT_HANDLERS'));
  return require(path);
}

/** Jest has just put its own way of mapping stacks in place, which knows only modules that Jest has loaded. */
function useSourceMapsOfNode() {
  Reflect.deleteProperty(Error, 'prepareStackTrace');
  process.setSourceMapsEnabled(true);
}
