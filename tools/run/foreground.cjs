'use strict';

const { spawn } = require('child_process');

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const ORPHANED_CHECK_MS = 200;

/**
 * Runs a program with this terminal as its own, passes signals on and answers its exit code. A program that ends by the
 * very signal it was sent has done as it was told, which is not a failure (npm would print one).
 *
 * The program hears one Ctrl-C several times: from the terminal, from here, and from npm by way of here.
 */
function foreground(command, args, options) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  const asked = new Set();
  SIGNALS.forEach((signal) =>
    process.on(signal, () => {
      asked.add(signal);
      child.kill(signal);
    }),
  );
  whenOrphaned(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal === null ? code : asked.has(signal) ? 0 : 1));
  });
}

/**
 * npm starts scripts through a shell. Some shells (dash, Debian's sh) stay in between and die of a signal that npm passes
 * on, without passing it on themselves: `kill` on npm would leave the program running with nobody above it.
 */
function whenOrphaned(act) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, ORPHANED_CHECK_MS);
  watch.unref();
}

module.exports = { foreground };
