'use strict';

const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');
const { fingerprint } = require('./fingerprint.cjs');
const { nx } = require('./nx.cjs');
const { projects } = require('./projects.cjs');
const { step } = require('./say.cjs');

const PIPED = { stdio: ['ignore', 'pipe', 'pipe'] };

/**
 * Builds what changed. Nx knows what that is, but takes seconds to say "nothing": when no source and no output has been
 * touched since the last good build, it is not asked.
 */
function build(root) {
  const stamp = path.join(root, 'node_modules', '.cache', 'rollcall', 'build.json');
  const before = fingerprint(root);
  const last = read(stamp);
  if (last && last.sources === before.sources && last.outputs === before.outputs) return;
  const done = step('Building');
  wellOrSayWhy(compile(root));
  wellOrSayWhy(nx(root, ['-t', 'build'], PIPED));
  // The sources as they were before: what changed in between is built next time.
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, JSON.stringify({ sources: before.sources, outputs: fingerprint(root).outputs }));
  done('Built');
}

/**
 * All projects by one compiler. A compiler for each, as Nx starts them, reads the packages' types and those of the other
 * projects ten times over, which takes twice as long on two cores; it finds this work done.
 */
function compile(root) {
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return spawnSync(process.execPath, [compiler, '-b', ...projects(root)], {
    cwd: root,
    maxBuffer: 1 << 28,
    ...PIPED,
  });
}

function wellOrSayWhy(result) {
  if (result.status === 0) return;
  process.stderr.write(result.stdout);
  process.stderr.write(result.stderr);
  throw new Error('The build failed; the reasons are above.');
}

function read(stamp) {
  try {
    return JSON.parse(fs.readFileSync(stamp, 'utf8'));
  } catch {
    return null;
  }
}

module.exports = { build };
