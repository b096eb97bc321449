const preset = require('../../jest.preset.cjs');

module.exports = {
  ...preset,
  displayName: 'server',
  testEnvironment: '<rootDir>/jest.environment.cjs',
  runtime: '<rootDir>/jest.runtime.cjs',
  globalSetup: './test/support/migrated-database.cjs',
  globalTeardown: './test/support/drop-template.cjs',
  // Each file starts the whole app on a database of its own; on a busy machine that takes a while.
  testTimeout: 120_000,
  // A good part of a file's time is waiting. Each worker takes half a gigabyte for its database.
  maxWorkers: 3,
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|uuid|@seriousme|temporal-polyfill|temporal-utils|zip-stream|compress-commons|crc32-stream|is-stream)/)',
  ],
};
