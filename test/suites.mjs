/**
 * The suites, in one table: which files belong, what they need running, what the tests are told.
 * A file may belong to two: what writes SQL runs on PGlite and on PostgreSQL.
 */
const below = (folder) => (file) => file.startsWith(`test/${folder}/`);
const isPostgresOnly = (file) => file.endsWith('.pg.test.ts');
const isRedis = (file) => file.endsWith('.redis.test.ts');
const isBrowser = below('browser');
const isChaos = below('chaos');
const isReplay = below('replay');
const isConformance = below('conformance');
const isElsewhere = (file) =>
  [isPostgresOnly, isRedis, isBrowser, isChaos, isReplay, isConformance].some((is) => is(file));
/** What only crosses rooms over HTTP: its statements are tested on both databases where they are written. */
const isOverHttp = (file) =>
  /^test\/features\/(access|accounts|privacy)\/|^test\/features\/api\/(exchange|registry|privacy)\.db/.test(file);
const isDatabase = (file) => !isElsewhere(file) && (file.endsWith('.db.test.ts') || below('features')(file));

const onPGlite = { MINYI_TEST_DATABASE: 'pglite' };
const onPostgres = { MINYI_TEST_DATABASE: 'postgres' };

export const suites = [
  { name: 'unit', has: (file) => !isDatabase(file) && !isElsewhere(file), needs: [], env: onPGlite },
  { name: 'pglite', has: isDatabase, needs: [], env: onPGlite },
  {
    name: 'postgres',
    has: (file) => (isDatabase(file) && !isOverHttp(file)) || isPostgresOnly(file),
    needs: ['postgres'],
    env: onPostgres,
  },
  { name: 'redis', has: isRedis, needs: ['redis', 'postgres'], env: onPostgres },
  { name: 'browser', has: isBrowser, needs: ['chromium'], env: onPGlite },
  { name: 'chaos', has: isChaos, needs: ['postgres', 'redis'], env: onPostgres },
  { name: 'replay', has: isReplay, needs: [], env: onPGlite },
  { name: 'conformance', has: isConformance, needs: [], env: onPGlite },
];
