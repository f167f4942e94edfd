/**
 * Jest's `testSequencer`: what takes long starts first, so that no worker does it alone at the end, and what mostly waits (killed
 * servers, browsers, shell scripts) beside what computes. The closing lines of `npm test` name what takes long.
 */
const LONG = [
  'test/browser/everywhere.test.ts',
  'test/chaos/cluster.test.ts',
  'test/conformance/model.test.ts',
  'test/features/tour.db.test.ts',
  'test/features/access/matrix.db.test.ts',
  'test/chaos/embedded.test.ts',
  'apps/demo/simulation/simulate-year.db.test.ts',
  'test/browser/drawings.test.ts',
  'test/features/scenarios/scenarios.db.test.ts',
  'test/browser/walk-council.test.ts',
  'test/browser/walk-council-sitting.test.ts',
  'test/browser/walk-paper.test.ts',
  'test/browser/loop-english.test.ts',
  'test/browser/loop.test.ts',
  'test/browser/hostile.test.ts',
  'test/browser/walk-clerk-answers.test.ts',
  'test/browser/voting.test.ts',
  'test/browser/walk-clerk.test.ts',
  'test/browser/bad-network.test.ts',
  'test/browser/loop-ends.test.ts',
  'test/browser/uploads.test.ts',
  'test/browser/desks.test.ts',
  'test/browser/desks-rules.test.ts',
  'test/browser/desks-more.test.ts',
  'test/browser/walk-resident.test.ts',
  'test/chaos/tampering.test.ts',
  'test/browser/shell.test.ts',
  'test/features/api/privacy.db.test.ts',
  'test/features/privacy/privacy.db.test.ts',
];

export default class LongestFirst {
  sort(tests) {
    const rank = ({ path }) => {
      const place = LONG.findIndex((name) => path.replaceAll('\\', '/').endsWith(name));
      return place === -1 ? LONG.length : place;
    };
    const isDatabase = ({ path }) => /\.(db|pg|pglite|redis)\.test\.ts$/.test(path);
    return tests.toSorted(
      (a, b) => rank(a) - rank(b) || Number(isDatabase(b)) - Number(isDatabase(a)) || a.path.localeCompare(b.path),
    );
  }

  shard(tests, { shardIndex, shardCount }) {
    return tests.filter((_, index) => index % shardCount === shardIndex - 1);
  }

  /** Failures are not kept between runs: `--onlyFailures` runs everything. */
  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    return undefined;
  }
}
