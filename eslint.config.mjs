// The rules of the house that a machine can check; docs/architecture.md draws what tools/lint guards.
import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import { existsSync } from 'node:fs';
import path from 'node:path';
import tseslint from 'typescript-eslint';
import { doors } from './tools/lint/doors.mjs';
import { floors } from './tools/lint/floors.mjs';
import { boundaries } from './tools/lint/projects.mjs';
import { javascript, migrations, size, tests, types } from './tools/lint/style.mjs';
import workspace from './tools/run/projects.cjs';

const root = import.meta.dirname;
const folders = workspace.projects(root);
const TYPESCRIPT = ['**/*.{ts,tsx}'];

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', 'data/', '.nx/', 'bench/results/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { extends: [eslint.configs.recommended, size, javascript] },
  { files: TYPESCRIPT, extends: [tseslint.configs.recommendedTypeChecked, types] },
  folders.map((folder) => ({
    files: [`${folder}/**/*.{ts,tsx}`],
    languageOptions: { parserOptions: { project: [tsconfig(folder)], tsconfigRootDir: root } },
  })),
  {
    files: TYPESCRIPT,
    plugins: { 'import-x': importX, '@nx': nx },
    settings: {
      // Without these three, import-x reads none of our files and finds no cycle.
      'import-x/extensions': ['.ts', '.tsx', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: folders.map(tsconfig),
          noWarnOnMultipleProjects: true,
        }),
      ],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-self-import': 'error',
      ...boundaries,
    },
  },
  floors(root),
  doors,
  { files: ['apps/admin-web/src/**'], extends: [reactHooks.configs.flat['recommended-latest']] },
  migrations,
  tests,
  prettier,
);

function tsconfig(folder) {
  const forTests = path.join(root, folder, 'tsconfig.spec.json');
  return existsSync(forTests) ? forTests : path.join(root, folder, 'tsconfig.json');
}
