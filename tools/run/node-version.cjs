'use strict';

const OLDEST = [20, 19];

/** The sentence that asks for a newer Node, or null where `version` ("20.19.0") will do. */
function refusal(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0];
  const minor = parts[1];
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return (
    'Rollcall needs Node ' +
    OLDEST.join('.') +
    ' or newer; this is Node ' +
    version +
    '. See https://nodejs.org.'
  );
}

module.exports = { refusal };
