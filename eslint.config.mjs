import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noPackages = {
  patterns: [{ regex: '^[^.]', message: 'lib/core imports nothing but itself: no node:*, no package.' }],
};
const noClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'No clock here: the shell hands in the time.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'No clock here: the shell hands in the time.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'No clock here: the shell hands in the time.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'No chance here: the same input gives the same report.',
  },
];
const machine = ['process', 'console', 'Buffer', 'require', 'module', '__dirname', '__filename', 'performance'];

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.dist-next/',
      '.synth/',
      '.moto/',
      '.drivers/',
      '.lab/',
      '.wrappers/',
      'coverage/',
      '**/node_modules/',
      '**/.gen/',
      '**/cdktf.out/',
      '**/cdk.out/',
      // Programs of workspaces: compiled there, against what only they install.
      'test/synth/*/',
    ],
  },
  {
    files: ['lib/**/*.ts', 'policies/**/*.ts', 'examples/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['lib/core/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', noPackages] },
  },
  {
    // What must also run in a browser: no machine, no clock.
    files: ['lib/core/**/*.ts', 'lib/kinds/**/*.ts', 'lib/read/**/*.ts', 'lib/report/**/*.ts', 'policies/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...machine],
      'no-restricted-syntax': ['error', ...noClock],
    },
  },
  { files: ['lib/shell/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
