import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const SERVER = 'apps/server/src';

/** A feature of the server imports from its own floor (no-cycle watches that) and from the floors below. */
const FLOORS = [
  ['platform'],
  ['audit', 'vision', 'jobs'],
  ['people', 'devices', 'auth'],
  ['gallery', 'enrollment', 'attendance', 'badges'],
  ['check-in', 'reports', 'privacy'],
];

const PRIVATE = '{repository,controller,processor}';

/** Lint configuration that keeps the server's features on their floors and out of each other's private rooms. */
export function floors(root) {
  refuseHomeless(path.join(root, SERVER));
  const zones = FLOORS.flatMap((features, floor) =>
    features.flatMap((feature) => [
      notUpwards(feature, floor),
      notIntoPrivateRooms(feature),
      notTheRoof(feature),
    ]),
  );
  return {
    files: [`${SERVER}/**/*.ts`],
    rules: { 'import-x/no-restricted-paths': ['error', { basePath: root, zones: zones.filter(Boolean) }] },
  };
}

function notUpwards(feature, floor) {
  const above = FLOORS.slice(floor + 1).flat();
  if (above.length === 0) return null;
  const message = `${feature} is on floor ${floor}: it may use its own floor and those below.`;
  return { target: folder(feature), from: above.map(folder), message };
}

function notIntoPrivateRooms(feature) {
  const message =
    'Another feature is used through its service, never its repository, controller or processor.';
  return { target: folder(feature), from: `./${SERVER}/!(${feature})/**/*.${PRIVATE}.ts`, message };
}

function notTheRoof(feature) {
  return {
    target: folder(feature),
    from: `./${SERVER}/*.ts`,
    message: 'Entry points import features, not the reverse.',
  };
}

function folder(feature) {
  return `./${SERVER}/${feature}`;
}

/** A folder that stands on no floor would escape every rule above. */
function refuseHomeless(server) {
  if (!existsSync(server)) return;
  const found = readdirSync(server, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const homeless = found.map((entry) => entry.name).filter((name) => !FLOORS.flat().includes(name));
  if (homeless.length > 0) throw new Error(`Give ${homeless.join(', ')} a floor in tools/lint/floors.mjs.`);
}
