'use strict';

const fs = require('fs');
const path = require('path');

/** The folders of all projects, relative to the root, as package.json names them under "workspaces". */
function projects(root) {
  const patterns = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).workspaces;
  const folders = patterns.reduce((found, pattern) => found.concat(expand(root, pattern)), []);
  return folders.filter((folder) => fs.existsSync(path.join(root, folder, 'package.json')));
}

function expand(root, pattern) {
  if (!pattern.endsWith('/*')) return [pattern];
  const parent = pattern.slice(0, -2);
  return fs.readdirSync(path.join(root, parent)).map((name) => path.join(parent, name));
}

module.exports = { projects };
