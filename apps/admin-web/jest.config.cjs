const path = require('node:path');
const preset = require('../../jest.preset.cjs');

module.exports = {
  ...preset,
  displayName: 'admin-web',
  testEnvironment: path.join(__dirname, 'jest.browser-environment.cjs'),
  testTimeout: 30_000,
  roots: ['<rootDir>/src'],
  setupFilesAfterEnv: [path.join(__dirname, 'src/testing/setup.ts')],
  moduleNameMapper: {
    '\\.module\\.css$': path.join(__dirname, 'src/testing/css-module.ts'),
    '\\.css$': path.join(__dirname, 'src/testing/css-module.ts'),
    ...preset.moduleNameMapper,
  },
  transform: {
    '/node_modules/react-router/.*\\.js$': path.join(__dirname, 'jest.browser-package.cjs'),
    ...preset.transform,
  },
  transformIgnorePatterns: ['/node_modules/(?!(react-router|@remix-run|cookie-es|@rollcall)/)'],
};
