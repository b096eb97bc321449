'use strict';

const fs = require('fs');
const path = require('path');
const { fingerprint } = require('./fingerprint.cjs');
const { nx } = require('./nx.cjs');
const { step } = require('./say.cjs');

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
  const result = nx(root, ['-t', 'build'], { stdio: ['ignore', 'pipe', 'pipe'] });
  if (result.status !== 0) {
    process.stderr.write(result.stdout);
    process.stderr.write(result.stderr);
    throw new Error('The build failed; the reasons are above.');
  }
  // The sources as they were before: what changed in between is built next time.
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, JSON.stringify({ sources: before.sources, outputs: fingerprint(root).outputs }));
  done('Built');
}

function read(stamp) {
  try {
    return JSON.parse(fs.readFileSync(stamp, 'utf8'));
  } catch {
    return null;
  }
}

module.exports = { build };
