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
  const args = [bin, '--kill-others', '--names', 'types,server,web', '--prefix-colors', 'auto', ...commands];
  const PATH = path.join(root, 'node_modules', '.bin') + path.delimiter + process.env.PATH;
  return foreground(process.execPath, args, { cwd: root, env: { ...process.env, PATH } });
}

module.exports = { dev };
