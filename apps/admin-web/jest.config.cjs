const path = require('node:path');
const preset = require('../../jest.preset.cjs');

module.exports = {
  ...preset,
  displayName: 'admin-web',
  roots: ['<rootDir>/src'],
  setupFilesAfterEnv: [path.join(__dirname, 'src/testing/setup.ts')],
  moduleNameMapper: {
    '\\.module\\.css$': path.join(__dirname, 'src/testing/css-module.ts'),
    '\\.css$': path.join(__dirname, 'src/testing/css-module.ts'),
    ...preset.moduleNameMapper,
  },
  transformIgnorePatterns: ['/node_modules/(?!(react-router|@rollcall)/)'],
};
