// One Jest for every project: sources are ES modules, swc turns them (and the ESM-only packages) into CommonJS.
const path = require('node:path');

// Tests see a copy of the environment; the native runtime sees this one (libs/vision/src/no-telemetry.ts).
process.env.ORT_DISABLE_TELEMETRY = '1';

const swc = (parser) => [
  '@swc/jest',
  {
    jsc: {
      parser,
      target: 'es2022',
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

module.exports = {
  testEnvironment: path.join(__dirname, 'jest.environment.cjs'),
  // Networks and whole servers on two busy cores take longer than Jest's five seconds.
  testTimeout: 60_000,
  // Jest leaves a core to whoever watches; nobody does.
  maxWorkers: '100%',
  testRegex: '\\.spec\\.tsx?$',
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/package.json'],
  transform: {
    '\\.tsx?$': swc({ syntax: 'typescript', tsx: true, decorators: true }),
    '\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: ['/node_modules/(?!(@nestjs|uuid|temporal-polyfill|temporal-utils)/)'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
};
