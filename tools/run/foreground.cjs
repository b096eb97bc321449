'use strict';

const { spawn } = require('child_process');

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program with this terminal as its own and answers its exit code. Signals are passed on; a program that ends by
 * the very signal it was sent has done as it was told, which is not a failure (npm would print one).
 */
function foreground(command, args, options) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  const asked = new Set();
  FORWARDED.forEach((signal) =>
    process.on(signal, () => {
      asked.add(signal);
      child.kill(signal);
    }),
  );
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal === null ? code : asked.has(signal) ? 0 : 1));
  });
}

module.exports = { foreground };
