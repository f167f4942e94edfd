/**
 * The suites, in one table: which files belong, what they need running, what the tests are told.
 * A file may belong to two: what writes SQL runs on PGlite and on PostgreSQL.
 */
const below = (folder) => (file) => file.startsWith(`test/${folder}/`);
const isPostgresOnly = (file) => file.endsWith('.pg.test.ts');
const isPGliteOnly = (file) => file.endsWith('.pglite.test.ts');
const isRedis = (file) => file.endsWith('.redis.test.ts');
const isBrowser = below('browser');
const isChaos = below('chaos');
const isReplay = below('replay');
const isConformance = below('conformance');
/** Ours against a program that was written in another language from the document alone. */
const isPython = (file) => file === 'test/documents/second-verifier.test.ts';
const isElsewhere = (file) =>
  [isPostgresOnly, isPGliteOnly, isRedis, isBrowser, isChaos, isReplay, isConformance, isPython].some((is) => is(file));
/**
 * What puts rooms together, over HTTP, in the programs or in stories that take long: its statements are tested on both databases where they are
 * written, and PostgreSQL carries it in less time.
 */
const isAssembled = (file) =>
  /^test\/features\/(?!tour\.|api\/(?:ballots|cases|meetings|pages|shutdown|stream)\.)|^apps\//.test(file);
/** The tour of the manual is done by its readers on the database inside the server. */
const isTour = (file) => file === 'test/features/tour.db.test.ts';
const isDatabase = (file) => !isElsewhere(file) && (file.endsWith('.db.test.ts') || below('features')(file));

const onPGlite = { MINYI_TEST_DATABASE: 'pglite' };
const onPostgres = { MINYI_TEST_DATABASE: 'postgres' };

export const suites = [
  { name: 'unit', has: (file) => !isDatabase(file) && !isElsewhere(file), needs: [], env: onPGlite },
  {
    name: 'pglite',
    has: (file) => (isDatabase(file) && !isAssembled(file)) || isPGliteOnly(file),
    needs: [],
    env: onPGlite,
  },
  {
    name: 'postgres',
    has: (file) => (isDatabase(file) && !isTour(file)) || isPostgresOnly(file),
    needs: ['postgres'],
    env: onPostgres,
  },
  { name: 'redis', has: isRedis, needs: ['redis', 'postgres'], env: onPostgres },
  { name: 'browser', has: isBrowser, needs: ['chromium'], env: onPGlite },
  { name: 'chaos', has: isChaos, needs: ['postgres', 'redis'], env: onPostgres },
  { name: 'replay', has: isReplay, needs: [], env: onPGlite },
  { name: 'conformance', has: isConformance, needs: [], env: onPGlite },
  { name: 'python', has: isPython, needs: ['python'], env: onPGlite },
];
