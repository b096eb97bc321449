// Browser tests against a running server: ROLLCALL_URL=... ROLLCALL_ADMIN_EMAIL=... ROLLCALL_ADMIN_PASSWORD=... \
//   npx jest --config jest.e2e.config.cjs
const preset = require('../../jest.preset.cjs');

module.exports = {
  ...preset,
  displayName: 'admin-web e2e',
  roots: ['<rootDir>/e2e'],
  testEnvironment: 'node',
  testTimeout: 60_000,
  maxWorkers: 1,
};
