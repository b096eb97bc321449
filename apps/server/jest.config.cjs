const preset = require('../../jest.preset.cjs');

module.exports = {
  ...preset,
  displayName: 'server',
  // Each file starts the whole app on a database of its own; on a busy machine that takes a while.
  testTimeout: 60_000,
  transformIgnorePatterns: ['/node_modules/(?!(@nestjs|uuid|@seriousme)/)'],
};
