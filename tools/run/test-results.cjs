'use strict';

const fs = require('fs');
const path = require('path');

/** What a file written by Jest's `--json --outputFile` says, in numbers. */
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

function sum(results) {
  const total = (key) => results.reduce((so, result) => so + result[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

module.exports = { sum, tally };
