'use strict';

const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');
const { step } = require('./say.cjs');

/** Installs what the lock file asks for, if it is not there already. */
function install(root) {
  const reason = whatIsMissing(root);
  if (!reason) return;
  const done = step(`Installing packages (${reason})`);
  const npm = npmCommand();
  // A NODE_ENV of "production" would leave out the compiler; a silent outer npm would hide what went wrong.
  const args = [...npm.args, 'ci', '--include=dev', '--loglevel=error'];
  const result = spawnSync(npm.command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: npm.shell });
  const stillMissing = result.status === 0 ? whatIsMissing(root) : 'npm ci failed';
  if (!stillMissing) return done('Installed');
  throw new Error(
    'The packages could not be installed: ' + stillMissing + '. Is the npm registry within reach?',
  );
}

/**
 * Why node_modules is not what the lock file says, in a few words, or null if it is. npm writes its own record as the
 * last step of an install, so a record that is absent means an install that did not end; the folders are looked at
 * too, because people delete them.
 */
function whatIsMissing(root) {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!fs.existsSync(record)) return 'the first time, or the last install did not end';
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(record);
  // The nameless one is the root itself.
  const names = Object.keys(wanted).filter((name) => name !== '');
  const gone = names.find((name) => {
    if (!present[name]) return !wanted[name].optional;
    if (wanted[name].version !== present[name].version) return true;
    return !fs.existsSync(path.join(root, name, 'package.json'));
  });
  return gone ? `${gone.replace(/^.*node_modules\//, '')} is new or missing` : null;
}

function packagesOf(lockFile) {
  return JSON.parse(fs.readFileSync(lockFile, 'utf8')).packages;
}

function npmCommand() {
  const outer = process.env.npm_execpath || '';
  if (/npm-cli\.js$/.test(outer)) return { command: process.execPath, args: [outer], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

module.exports = { install, whatIsMissing };
