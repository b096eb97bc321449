'use strict';

const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');

/**
 * Runs Nx over all projects (`args` says what) and answers what spawnSync answers. Nothing asks a question, stays
 * behind as a daemon, or calls home.
 */
function nx(root, args, options) {
  const folder = path.join(root, 'node_modules', 'nx');
  const bin = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).bin.nx;
  const env = {
    ...process.env,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    NX_INTERACTIVE: 'false',
    // The tasks run through npm, whose own remarks add nothing to what the tasks say.
    npm_config_loglevel: 'silent',
  };
  Object.assign(env, process.stderr.isTTY ? { FORCE_COLOR: '1' } : { FORCE_COLOR: '0', NO_COLOR: '1' });
  const script = [path.join(folder, bin), 'run-many', '--output-style=static-failures-only', ...args];
  return spawnSync(process.execPath, script, { cwd: root, env, maxBuffer: 1 << 28, ...options });
}

module.exports = { nx };
