// What stands behind `npm start`, `npm test` and the other scripts: it brings the folder up to date (packages, build)
// and then does what was asked. It needs nothing installed, and its syntax is old on purpose: an old Node must get as
// far as the sentence that asks for a newer one.
'use strict';

const path = require('path');
const nodeVersion = require('./run/node-version.cjs');

const root = path.dirname(__dirname);
const task = process.argv[2];
const rest = process.argv.slice(3);

const tasks = {
  start: () => program('apps/server/dist/main.js', rest),
  worker: () => program('apps/server/dist/worker.js', rest),
  rollcall: () => program('tools/dist/main.js', rest),
  bench: () => program('bench/dist/main.js', rest),
  build: () => 0,
  dev: () => require('./run/dev.cjs').dev(root),
  test: () => require('./run/test.cjs').test(root, rest),
};

function program(script, args) {
  return require('./run/foreground.cjs').foreground(process.execPath, [script].concat(args), { cwd: root });
}

function main() {
  const refusal = nodeVersion.refusal(process.versions.node);
  if (refusal) throw new Error(refusal);
  if (!Object.keys(tasks).includes(task)) {
    throw new Error('Usage: node tools/run.cjs ' + Object.keys(tasks).join(' | '));
  }
  require('./run/install.cjs').install(root);
  require('./run/build.cjs').build(root);
  return tasks[task]();
}

Promise.resolve()
  .then(main)
  .then(
    (code) => process.exit(code),
    (error) => {
      process.stderr.write('\n' + error.message + '\n');
      process.exit(1);
    },
  );
