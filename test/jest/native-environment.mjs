import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/**
 * Jest's `testEnvironment` for `native-runner.mjs`: no context of its own but the worker's one world, which a test file finds as
 * it was before the first: with the variables of its suite, and with what Jest or the file before has changed put back.
 */
export default class NativeEnvironment {
  fakeTimers = null;
  global = globalThis;

  constructor({ projectConfig }) {
    this.before = { env: { ...process.env }, console: globalThis.console, exit: process.exit };
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.env = projectConfig.testEnvironmentOptions.env;
  }

  async setup() {
    Object.assign(process.env, this.env);
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    for (const name of Object.keys(process.env)) if (!(name in this.before.env)) delete process.env[name];
    Object.assign(process.env, this.before.env);
    process.exit = this.before.exit;
    globalThis.console = this.before.console;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}
