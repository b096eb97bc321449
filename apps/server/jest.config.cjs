module.exports = {
  ...require('../../jest.preset.cjs'),
  displayName: 'server',
  // Each file starts the whole app on a database of its own; on a busy machine that takes a while.
  testTimeout: 60_000,
};
