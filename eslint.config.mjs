import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What is not written here drifts: each ban says what to do instead. */
const bans = {
  always: [
    ['TSEnumDeclaration', 'A closed set is an `as const` array with a type of the same name.'],
    ['ExportAllDeclaration', 'Name what the room offers: `export { a, b } from …`.'],
    ['ExportDefaultDeclaration', 'Use a named export, so that everybody calls it the same.'],
  ],
  time: [
    [
      'MemberExpression[object.name="Date"][property.name="now"]',
      'Ask a clock: an instant comes in as a parameter or from the clock port, never from the machine.',
    ],
    [
      'NewExpression[callee.name="Date"][arguments.length=0]',
      'Ask a clock: an instant comes in as a parameter or from the clock port, never from the machine.',
    ],
    [
      'MemberExpression[object.object.name="Temporal"][object.property.name="Now"]',
      'Ask a clock: an instant comes in as a parameter or from the clock port, never from the machine.',
    ],
  ],
  environment: [
    [
      'MemberExpression[object.name="process"][property.name="env"]',
      'Add the variable to libs/config, where every one is described, parsed and checked once, and take it from there.',
    ],
  ],
  tests: [
    [
      'MemberExpression[object.name=/^(describe|test|it)$/][property.name=/^(only|skip|todo|failing)$/]',
      'Every test runs, always. What needs a server belongs into the suite that starts it (test/suites.mjs).',
    ],
    ['CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]', 'Every test runs, always.'],
    [
      'CallExpression[callee.name=/^(test|it)$/] > Literal.arguments:first-child[value=/\\bshould\\b/]',
      'State the rule as a fact: "a closed ballot takes no paper".',
    ],
    [
      'CallExpression[callee.name=/^(test|it)$/]:not(:has(Identifier[name=/^(expect|assert)/]))',
      'A test asserts something: `expect(…)`, or a function of yours named expect… or assert….',
    ],
  ],
};

const forbid = (...groups) => [
  'error',
  ...groups.flatMap((group) => bans[group].map(([selector, message]) => ({ selector, message }))),
];

const forwardRef = {
  name: '@nestjs/common',
  importNames: ['forwardRef'],
  message: 'Two modules that need each other are one module, or a third is missing.',
};
const environmentImport = {
  name: 'node:process',
  importNames: ['env'],
  message: 'Take the setting from libs/config.',
};

const sizes = {
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 60 }],
  '@typescript-eslint/max-params': ['error', { max: 3 }],
};

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'data/', 'coverage/', '.tmp/', '**/generated/', '**/*.generated.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'performance',
          'console',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'URL',
          'Buffer',
          'module',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60 }],
      'max-params': ['error', { max: 3 }],
    },
  },
  {
    // Pages' own scripts run in a browser.
    files: ['apps/server/**/*.js', 'apps/server/**/*.mjs', 'apps/web/**/*.js', 'apps/web/**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'window',
          'document',
          'location',
          'history',
          'navigator',
          'localStorage',
          'sessionStorage',
          'fetch',
          'EventSource',
          'FormData',
          'Event',
          'CustomEvent',
          'HTMLElement',
          'URLSearchParams',
          'crypto',
          'customElements',
          'matchMedia',
          'MutationObserver',
          'speechSynthesis',
          'SpeechSynthesisUtterance',
          'requestAnimationFrame',
          'setInterval',
          'clearInterval',
          'Blob',
          'File',
          'FileReader',
          'AbortController',
          'Intl',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['{apps,docs,libs,workflows,test}/**/*.{ts,tsx}'],
    // Rules that have to know types are those of tsgolint (.oxlintrc.json), which takes a tenth of the time.
    extends: [js.configs.recommended, tseslint.configs.strict],
    rules: {
      ...sizes,
      'no-restricted-syntax': forbid('always', 'time', 'environment'),
      'no-restricted-imports': ['error', { paths: [forwardRef, environmentImport] }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // What people paste into forms is checked for control characters on purpose.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    // Markup is read from top to bottom like a page; the rules about length are for what has to be thought through.
    files: ['apps/web/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 100 }] },
  },
  {
    // Vite reads the default export of its configuration.
    files: ['apps/web/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*clock*.ts'],
    rules: { 'no-restricted-syntax': forbid('always', 'environment') },
  },
  {
    files: ['libs/config/**/*.ts', 'libs/testing/**/*.ts', 'test/**/*.ts'],
    rules: {
      'no-restricted-syntax': forbid('always', 'time'),
      'no-restricted-imports': ['error', { paths: [forwardRef] }],
    },
  },
  {
    files: ['**/*.test.ts'],
    // A describe block is a list, as long as its rules are many.
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': forbid('always', 'time', 'environment', 'tests'),
    },
  },
  {
    files: ['test/**/*.test.ts'],
    rules: { 'no-restricted-syntax': forbid('always', 'time', 'tests') },
  },
  {
    // Charts, migrations and catalogues are read as tables; their length is that of the matter.
    files: ['**/*.machine.ts', '**/migrations/**/*.ts', '**/*.catalogue.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: [
      '**/*{helper,helpers,misc,manager,-utils}*.ts',
      '**/{common,shared,util,utils}{,.*,-*}.ts',
      '{apps,libs,workflows,test}/**/*[A-Z_]*.ts',
    ],
    ignores: ['**/migrations/**', '**/*entity-manager.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Program',
          message:
            'Name the file in kebab-case after the one concept it holds: `turnout.rules.ts`, `household.entity.ts`.',
        },
      ],
    },
  },
);
