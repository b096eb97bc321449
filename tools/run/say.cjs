'use strict';

/** One line per step, on stderr: stdout belongs to the program that is started (`--json`). */
function say(line) {
  process.stderr.write(line + '\n');
}

/** Announces a step; the returned function says how long it took. */
function step(doing) {
  const began = Date.now();
  say(`${doing}…`);
  return (done) => say(`${done} in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}

module.exports = { say, step };
