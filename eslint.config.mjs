import js from '@eslint/js';
import lwc from '@salesforce/eslint-config-lwc/recommended-ts.js';
import { flatConfigs as importX, createNodeResolver } from 'eslint-plugin-import-x';
import jest from 'eslint-plugin-jest';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { LWC_FEATURES, PATH_ARROWS } from './config/import-arrows.mjs';

const NODE_TS = ['companion/**/*.ts', 'local-org/**/*.ts', 'e2e/**/*.ts', 'scripts/**/*.ts'];
const BROWSER_TS = ['local-org/lightning/modules/**/*.ts', 'local-org/lightning/host/**/*.ts'];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '.tenure/',
      '.cache/',
      'coverage/',
      'companion/src/generated/',
      'force-app/**/lwc/**/*.js',
      'e2e/artifacts/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: { globals: globals.node },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: NODE_TS,
    plugins: importX.recommended.plugins,
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.mjs', '.js', '.json'] })],
    },
    languageOptions: { globals: globals.node },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: zones() }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['companion/src/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^[^.]', message: 'domain is pure: no packages.' }] },
      ],
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'setTimeout',
        'setInterval',
        'crypto',
        'performance',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'domain has no clock: take the time as a parameter.' },
        { object: 'Math', property: 'random', message: 'domain has no randomness.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'domain has no clock: take the time as a parameter.',
        },
      ],
    },
  },
  {
    files: ['companion/src/**/*.ts'],
    ignores: ['companion/src/config/env.ts', 'companion/src/domain/**', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'config/env.ts is the only reader of process.env.' },
      ],
    },
  },
  {
    files: ['**/*.test.ts'],
    plugins: { jest },
    rules: {
      'jest/no-focused-tests': 'error',
      'jest/no-disabled-tests': 'error',
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect*', 'fc.assert', '**.expect', '**.waitFor', '**.waitForFunction'] },
      ],
      'jest/valid-expect': ['error', { maxArgs: 2 }],
      'jest/no-identical-title': 'error',
      'jest/no-conditional-expect': 'error',
    },
  },
  { files: BROWSER_TS, languageOptions: { globals: globals.browser } },
  ...lwc.map((entry) => ({ ...entry, files: ['force-app/**/lwc/**/*.ts'] })),
  {
    files: ['force-app/**/lwc/**/*.ts'],
    // Salesforce's own parser has no scope analysis that typescript-eslint's rules can read.
    languageOptions: { parser: tseslint.parser, globals: { ...globals.browser } },
    rules: {
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['force-app/**/lwc/**/__tests__/**/*.ts'],
    languageOptions: { globals: { ...globals.jest } },
    rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' },
  },
  ...LWC_FEATURES.map((feature) => ({
    files: [`force-app/**/lwc/${feature}*/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: LWC_FEATURES.filter((other) => other !== feature).map((other) => ({
            regex: `^c/${other}(?:[A-Z].*)?$`,
            message: `${feature} imports its own children and shared leaves; features talk by message channel.`,
          })),
        },
      ],
    },
  })),
);

function zones() {
  return PATH_ARROWS.flatMap(({ target, from, except, message }) =>
    from.map((source) => ({ target, from: source, message, ...(except ? { except } : {}) })),
  );
}
