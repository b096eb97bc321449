// Prints "N passed, N failed" over all Jest results in a folder; fails if a test failed or none ran.
'use strict';

const fs = require('fs');
const path = require('path');
const { sum, tally } = require('../tools/run/test-results.cjs');

const folder = process.argv[2];
const all = sum(fs.readdirSync(folder).map((file) => tally(path.join(folder, file))));
console.log(`${all.passed} passed, ${all.failed} failed`);
process.exitCode = all.failed > 0 || all.passed === 0 ? 1 : 0;
