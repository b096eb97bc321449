'use strict';

const { spawn } = require('child_process');

/** What is passed on, and as what: a closed terminal is a reason to end in order, too. */
const PASSED_ON = { SIGINT: 'SIGINT', SIGTERM: 'SIGTERM', SIGHUP: 'SIGTERM' };
const SAME_MOMENT_MS = 1000;

/**
 * Runs a program with this terminal as its own and answers its exit code.
 *
 * One Ctrl-C arrives several times: from the terminal, and again from npm. The program must hear it once, because
 * programs take the second one for impatience and stop without tidying up. So it gets a process group of its own, which
 * the terminal does not signal, and repetitions within a second are not passed on.
 */
function foreground(command, args, options) {
  const ownGroup = process.platform !== 'win32';
  const child = spawn(command, args, { stdio: 'inherit', detached: ownGroup, ...options });
  const asked = new Map();
  Object.keys(PASSED_ON).forEach((signal) =>
    process.on(signal, () => {
      const as = PASSED_ON[signal];
      const repeated = Date.now() - asked.get(as) < SAME_MOMENT_MS;
      asked.set(as, Date.now());
      if (!repeated) child.kill(as);
    }),
  );
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // Ending by the very signal it was sent is doing as it was told, not a failure that npm should report.
    child.on('exit', (code, signal) => resolve(signal === null ? code : asked.has(signal) ? 0 : 1));
  });
}

module.exports = { foreground };
