'use strict';

const fs = require('fs');
const path = require('path');
const { projects } = require('./fingerprint.cjs');
const { nx } = require('./nx.cjs');
const { say } = require('./say.cjs');

/** Where Jest leaves each project's result; Nx caches it with the run. */
const RESULTS = 'test-results.json';

/** Runs the tests of every project whose code changed and sums up; answers the exit code. */
function test(root, args) {
  const files = projects(root).map((project) => path.join(root, project, RESULTS));
  files.filter((file) => fs.existsSync(file)).forEach((file) => fs.unlinkSync(file));
  const jest = ['--', '--json', '--outputFile=' + RESULTS, '--passWithNoTests'].concat(args);
  const run = nx(root, ['run-many', '-t', 'test', '--parallel=1'].concat(jest), { stdio: ['ignore', 2, 2] });
  const results = files.filter((file) => fs.existsSync(file)).map(tally);
  sumUp(results);
  return run.status === 0 && results.every((result) => result.failed === 0) ? 0 : 1;
}

function tally(file) {
  const result = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    project: path.basename(path.dirname(file)),
    passed: result.numPassedTests,
    // A suite that does not even load has no failed test, but it has failed.
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function sumUp(results) {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const counts = (result) =>
    result.passed +
    ' passed, ' +
    result.failed +
    ' failed' +
    (result.skipped ? ', ' + result.skipped + ' skipped' : '');
  say('');
  results.filter(hasTests).forEach((result) => say('  ' + result.project.padEnd(12) + counts(result)));
  say(
    '  ' +
      'all'.padEnd(12) +
      counts({ passed: total('passed'), failed: total('failed'), skipped: total('skipped') }),
  );
}

function hasTests(result) {
  return result.passed + result.failed + result.skipped > 0;
}

module.exports = { test };
