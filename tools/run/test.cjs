'use strict';

const fs = require('fs');
const path = require('path');
const { projects } = require('./projects.cjs');
const { nx } = require('./nx.cjs');
const { say } = require('./say.cjs');
const { sum, tally } = require('./test-results.cjs');

/** Where each project's test script has Jest write its result; Nx caches it with the run. */
const RESULTS = 'test-results.json';

/** Runs the tests of every project whose code changed and sums up; answers the exit code. */
function test(root, args) {
  const files = projects(root).map((project) => path.join(root, project, RESULTS));
  files.filter((file) => fs.existsSync(file)).forEach((file) => fs.unlinkSync(file));
  // Everything is built already. One project at a time: Jest spreads over the cores by itself.
  const options = ['-t', 'test', '--parallel=1', '--exclude-task-dependencies'];
  const run = nx(root, args.length > 0 ? [...options, '--', ...args] : options, { stdio: ['ignore', 2, 2] });
  const results = files.filter((file) => fs.existsSync(file)).map(tally);
  sayAll(results);
  return run.status === 0 && results.every((result) => result.failed === 0) ? 0 : 1;
}

function sayAll(results) {
  say('');
  results.filter((result) => result.passed + result.failed + result.skipped > 0).forEach(sayCounts);
  sayCounts({ project: 'all', ...sum(results) });
}

function sayCounts({ project, passed, failed, skipped }) {
  say(`  ${project.padEnd(12)}${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
}

module.exports = { test };
