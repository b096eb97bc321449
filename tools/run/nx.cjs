'use strict';

const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');

/** Runs Nx from node_modules; answers what spawnSync answers. Nothing asks a question, stays behind or calls home. */
function nx(root, args, options) {
  const folder = path.join(root, 'node_modules', 'nx');
  const bin = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).bin.nx;
  const env = Object.assign({}, process.env, {
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    NX_INTERACTIVE: 'false',
    // The tasks run through npm, whose own remarks add nothing to what the tasks say.
    npm_config_loglevel: 'silent',
  });
  Object.assign(env, process.stderr.isTTY ? { FORCE_COLOR: '1' } : { FORCE_COLOR: '0', NO_COLOR: '1' });
  return spawnSync(
    process.execPath,
    [path.join(folder, bin)].concat(args, '--output-style=static-failures-only'),
    Object.assign({ cwd: root, env: env, maxBuffer: 1 << 28 }, options),
  );
}

module.exports = { nx };
