export const size = {
  rules: {
    'max-lines': ['error', 250],
    'max-depth': ['error', 4],
    'max-params': ['error', 6],
    complexity: ['error', 20],
    eqeqeq: 'error',
  },
};

export const types = {
  rules: {
    'max-lines-per-function': ['error', { max: 80, skipComments: true }],
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
    // A port's method is asynchronous for the implementations that have to wait.
    '@typescript-eslint/require-await': 'off',
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
  },
};

const TIMERS = ['clearInterval', 'clearTimeout', 'setInterval', 'setTimeout'];
const WEB = ['Headers', 'Request', 'Response', 'URL', 'fetch', 'performance', 'structuredClone'];
const NODE = ['Buffer', '__dirname', 'console', 'module', 'process', 'require', ...TIMERS, ...WEB];
const BROWSER = ['document', 'localStorage', 'matchMedia', 'navigator', 'window'];

/** Plain JavaScript: configuration, and the entry script, which even an old Node must be able to read. */
export const javascript = [
  { files: ['**/*.{js,cjs,mjs}'], languageOptions: { globals: known(NODE) } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
  { files: ['**/public/**/*.js'], languageOptions: { sourceType: 'script', globals: known(BROWSER) } },
  { files: ['tools/run.cjs', 'tools/run/node-version.cjs'], languageOptions: { ecmaVersion: 2017 } },
];

/** In tests a body is whatever came over the wire, and a `describe` is as long as its story. */
export const tests = {
  files: ['**/*.spec.{ts,tsx}', '**/test/**/*.ts', '**/e2e/**/*.ts'],
  rules: {
    'max-lines-per-function': 'off',
    'no-restricted-imports': 'off',
    'no-restricted-properties': 'off',
    '@typescript-eslint/no-unsafe-argument': 'off',
    '@typescript-eslint/no-unsafe-assignment': 'off',
    '@typescript-eslint/no-unsafe-member-access': 'off',
    '@typescript-eslint/unbound-method': 'off',
  },
};

/** A migration is a list of statements, read from top to bottom. */
export const migrations = { files: ['migrations/src/**'], rules: { 'max-lines-per-function': 'off' } };

function known(names) {
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
