import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/**
 * Import directions: core ← shared ← vscode, preview, cli. Nothing imports extension.ts.
 * A layer names what it must not reach; everything else in the tree is its own business.
 */
const forbid = (files, groups, names = []) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: groups.map((group) => ({ group: group.of, message: group.why })),
        paths: names.map((name) => ({ name, message: 'This layer runs without an editor.' })),
      },
    ],
  },
});

const extensionEntry = {
  of: ['**/extension', '**/extension.js', '**/extension.ts'],
  why: 'extension.ts only composes; nothing imports it.',
};
const node = {
  of: ['node:*', 'fs', 'path', 'os', 'crypto', 'util', 'child_process', 'url', 'buffer'],
  why: 'This layer also runs in the browser.',
};
const host = { of: ['**/vscode/**'], why: 'Only the adapters in src/vscode know VS Code.' };
const preview = { of: ['**/preview/**'], why: 'Only src/preview knows the DOM.' };
const cli = { of: ['**/cli/**'], why: 'Nothing builds on the command line tool.' };
const shared = { of: ['**/shared/**'], why: 'The core comes first: it cannot know the message contract.' };

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.vscode-test/**', 'coverage/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 350, skipComments: true, skipBlankLines: true }], 'no-console': 'error' },
  },
  {
    // A text must not be able to hold up the editor: every expression takes time in proportion to what it reads.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  forbid(['src/core/**/*.ts'], [extensionEntry, node, host, preview, cli, shared], ['vscode']),
  forbid(['src/shared/**/*.ts'], [extensionEntry, node, host, preview, cli], ['vscode']),
  forbid(['src/preview/**/*.ts'], [extensionEntry, node, host, cli], ['vscode']),
  forbid(
    ['src/vscode/**/*.ts'],
    [
      extensionEntry,
      node,
      { of: ['**/src/preview/**', '../../preview/**', '../preview/*.css'], why: preview.why },
      cli,
    ],
  ),
  forbid(['src/extension.ts'], [node, cli]),
  forbid(['src/cli/**/*.ts'], [extensionEntry, host, preview], ['vscode']),
);
