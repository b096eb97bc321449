'use strict';

const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { projects } = require('./projects.cjs');

const ROOT_FILES = ['package-lock.json', 'package.json', 'nx.json', 'tsconfig.base.json'];
const NOT_SOURCE = new Set([
  'node_modules',
  'test',
  'e2e',
  'coverage',
  'results',
  'data',
  'test-results.json',
]);

/**
 * Two digests over names, sizes and times of change: `sources` of what the build reads, `outputs` of every `dist`.
 * A few milliseconds for the whole tree; wrong only towards building too often.
 */
function fingerprint(root) {
  const sources = crypto.createHash('sha256');
  const outputs = crypto.createHash('sha256');
  ROOT_FILES.forEach((file) => add(sources, root, file));
  projects(root).forEach((project) => {
    walk(
      root,
      project,
      sources,
      (name) => name === 'dist' || NOT_SOURCE.has(name) || /\.spec\.tsx?$/.test(name),
    );
    walk(root, path.join(project, 'dist'), outputs, () => false);
  });
  return { sources: sources.digest('hex'), outputs: outputs.digest('hex') };
}

function walk(root, folder, hash, leaveOut) {
  const place = path.join(root, folder);
  if (!fs.existsSync(place)) return;
  const entries = fs.readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  entries.forEach((entry) => {
    if (leaveOut(entry.name)) return;
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(root, name, hash, leaveOut);
    else if (entry.isFile()) add(hash, root, name);
  });
}

function add(hash, root, file) {
  const stat = fs.statSync(path.join(root, file));
  hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`);
}

module.exports = { fingerprint };
