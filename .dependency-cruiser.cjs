/**
 * Who may import whom, from one table. A room is a folder directly under libs/, workflows/ or apps/.
 * `npm run check:boundaries` refuses everything the table does not name.
 */
const pure = ['engine', 'calendar', 'decision', 'contract'];
const stateful = [
  'cases',
  'queue',
  'database',
  'config',
  'registry',
  'access',
  'notify',
  'ballots',
  'opinion',
  'vault',
  'exchange',
  'privacy',
  'files',
  'registers',
  'routing',
  'rosters',
  'timekeeping',
  'ledger',
];

/** Rooms under libs/ and the rooms they may import (their index.ts, never a file inside). */
const rooms = {
  engine: [],
  calendar: [],
  decision: [],
  contract: [],
  config: pure,
  database: [...pure, 'config'],
  ...Object.fromEntries(
    stateful.filter((room) => room !== 'config' && room !== 'database').map((room) => [room, [...pure, ...stateful]]),
  ),
  testing: [...pure, ...stateful],
};

/** What rules may use beside other rooms: nothing that reads a clock, a disk or a network. */
const purePackages = ['xstate', 'zod', 'temporal-polyfill', 'chinese-days', 'canonicalize', 'uuid'];
const workflowPackages = ['xstate', 'zod'];

const anyOf = (names) => `(${names.join('|')})`;
const tests = ['[.](test|fixture)[.]ts$', '^(test|docs)/', '^libs/testing/', '^(libs|workflows|apps)/.+/testing/'];
const packages = (names) => `node_modules/(${names.map((name) => name.replace('/', '[/]')).join('|')})(/|$)`;

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `libs-${room}`,
  comment: `libs/${room} imports ${allowed.length === 0 ? 'no other room' : allowed.join(', ')} (table in .dependency-cruiser.cjs).`,
  severity: 'error',
  from: { path: `^libs/${room}/`, pathNot: tests },
  to: {
    path: '^(libs|workflows|apps)/',
    pathNot: [
      `^libs/${room}/`,
      ...(allowed.length === 0 ? [] : [`^libs/${anyOf(allowed)}/index[.]ts$`]),
      ...(room === 'contract' ? ['^libs/decision/'] : []),
    ],
  },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'libs-unlisted',
      comment: 'A new room under libs/ needs a line in the table of .dependency-cruiser.cjs.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: `^libs/${anyOf(Object.keys(rooms))}/` },
      to: {},
    },
    {
      name: 'contract-decision-types-only',
      comment: 'libs/contract may see the types of libs/decision, not its code.',
      severity: 'error',
      from: { path: '^libs/contract/', pathNot: tests },
      to: { path: '^libs/decision/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-packages',
      comment: `Pure rooms use only ${purePackages.join(', ')} and node:crypto; nothing that reads a clock, a disk or a network.`,
      severity: 'error',
      from: { path: `^libs/${anyOf(pure)}/`, pathNot: tests },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'],
        pathNot: [packages(purePackages), '^(node:)?crypto$'],
      },
    },
    {
      name: 'workflows',
      comment: `A workflow imports ${pure.join(', ')} and another workflow's contract: a procedure is one folder.`,
      severity: 'error',
      from: { path: '^workflows/([^/]+)/', pathNot: tests },
      to: {
        path: '^(libs|workflows|apps)/',
        pathNot: ['^workflows/$1/', `^libs/${anyOf(pure)}/index[.]ts$`, '^workflows/[^/]+/(index|[^/]*contract)[.]ts$'],
      },
    },
    {
      name: 'workflows-packages',
      comment: `A workflow uses ${workflowPackages.join(' and ')} only: no I/O, no clock, no framework.`,
      severity: 'error',
      from: { path: '^workflows/', pathNot: tests },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'],
        pathNot: [packages(workflowPackages)],
      },
    },
    {
      name: 'only-apps-import-charts',
      comment: 'Charts are brought together in apps/ and handed to libs/cases.',
      severity: 'error',
      from: { path: '^(libs|workflows/([^/]+))/', pathNot: tests },
      to: { path: '^workflows/.*[.]machine[.]ts$', pathNot: ['^workflows/$2/'] },
    },
    {
      name: 'apps-by-index',
      comment: 'apps/ compose rooms by their index.ts.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: tests },
      to: {
        path: '^(libs|workflows|apps)/',
        pathNot: [
          '^apps/$1/',
          '^apps/setup/',
          '^libs/[^/]+/index[.]ts$',
          '^workflows/[^/]+/(index|[^/]*contract)[.]ts$',
          '^apps/[^/]+/index[.]ts$',
        ],
      },
    },
    {
      name: 'pages-stand-alone',
      comment: 'apps/web runs in a browser and knows the service by its API document alone.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: tests },
      to: { path: '^(libs|workflows|test|apps/(?!web/))' },
    },
    {
      name: 'nobody-imports-pages',
      comment: 'Pages are bundled, not imported.',
      severity: 'error',
      from: { path: '^(apps/(?!web/)|libs|workflows)' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'nothing-imports-apps',
      comment: 'Only apps/ and the tests import apps/.',
      severity: 'error',
      from: { path: '^(libs|workflows)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'testing-only-in-tests',
      comment: 'libs/testing and testing/ folders are for tests.',
      severity: 'error',
      from: { path: '^(apps|libs|workflows)/', pathNot: tests },
      to: { path: ['^libs/testing/', '/testing/', '[.]fixture[.]ts$'], pathNot: 'node_modules' },
    },
    {
      name: 'test-packages-only-in-tests',
      comment: 'Development dependencies are not there in production.',
      severity: 'error',
      from: { path: '^(apps|libs|workflows)/', pathNot: [...tests, '^apps/web/(tools/|vite[.]config)'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one file, or a third one is missing.',
      severity: 'error',
      from: { pathNot: '^apps/web/' },
      to: { circular: true },
    },
    {
      name: 'no-cycles-in-pages',
      comment: 'Parts of the pages may know the shapes of what shows them; what runs goes one way.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import leads somewhere, and its package is in package.json.',
      severity: 'error',
      from: { pathNot: tests },
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      comment: 'A package that is imported stands in package.json itself.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^data/', '^coverage/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['types', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
