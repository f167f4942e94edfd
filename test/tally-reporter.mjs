import { writeFileSync } from 'node:fs';

/** Counts per suite for the runner's closing lines: Jest's own JSON report does not say which project a file ran in. */
export default class TallyReporter {
  constructor(_global, { file }) {
    this.file = file;
    this.suites = {};
    this.isComplete = false;
  }

  onTestFileResult(test, result) {
    const name = test.context.config.displayName.name;
    const tally = (this.suites[name] ??= { passed: 0, failed: 0, skipped: [], milliseconds: 0, files: [] });
    tally.passed += result.numPassingTests;
    tally.failed += result.numFailingTests;
    const milliseconds = result.perfStats.end - result.perfStats.start;
    tally.milliseconds += milliseconds;
    tally.files.push({ path: test.path, milliseconds });
    // A file that does not even load has no tests to count, and must not look like a success.
    if (result.numFailingTests === 0 && (result.testExecError !== undefined || result.failureMessage))
      tally.failed += 1;
    for (const { status, fullName } of result.testResults)
      if (status === 'pending' || status === 'todo' || status === 'disabled')
        tally.skipped.push(`${test.path}: ${fullName}`);
    this.write();
  }

  onRunComplete() {
    this.isComplete = true;
    this.write();
  }

  /** After every file: a run that is cut short has counted what it did. */
  write() {
    writeFileSync(this.file, JSON.stringify({ isComplete: this.isComplete, suites: this.suites }));
  }
}
