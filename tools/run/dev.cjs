'use strict';

const path = require('path');
const { foreground } = require('./foreground.cjs');

/**
 * Three watchers in one terminal: the compiler over the server and the libraries it stands on, the server itself
 * (started again when its compiled files change), and Vite with hot reload for the web.
 */
function dev(root) {
  const commands = [
    'tsc -b apps/server tools bench --watch --preserveWatchOutput',
    'node --watch --watch-preserve-output apps/server/dist/main.js',
    'npm run dev --silent --workspace apps/admin-web',
  ];
  const bin = path.join(root, 'node_modules', 'concurrently', 'dist', 'bin', 'index.js');
  const args = ['--kill-others', '--names', 'types,server,web', '--prefix-colors', 'auto'].concat(commands);
  const search = path.join(root, 'node_modules', '.bin') + path.delimiter + process.env.PATH;
  const env = Object.assign({}, process.env, { PATH: search });
  return foreground(process.execPath, [bin].concat(args), { cwd: root, env: env });
}

module.exports = { dev };
