import { photoNames, type Roster, type RosterLine } from './roster.js';

/** Who the photos of an archive or folder belong to. */
export interface PhotoOwners {
  /** Files by the line that they belong to. */
  readonly filesOf: ReadonlyMap<RosterLine, readonly string[]>;
  /** Names that a line gives and that no file has. */
  readonly missingOf: ReadonlyMap<RosterLine, readonly string[]>;
  /** Files that belong to nobody. */
  readonly unused: readonly string[];
}

/** What operating systems leave in folders and archives; nobody means to import these. */
export const isClutter = (path: string): boolean =>
  path.split('/').some((step) => step.startsWith('.') || step === '__MACOSX' || step === 'Thumbs.db');

/**
 * Whose photo is it? Where the list has a column `photos`, what stands there decides, by path or by file name. Otherwise
 * the file's place does: a folder named as an employee number, the nearest one first; or the file's name, which is the
 * number, or the number with `_2` or `-2` behind it. A name that fits two numbers belongs to the longer one. Upper and
 * lower case do not matter.
 *
 * @param paths files with `/` between folders
 */
export function photoOwners(roster: Roster, paths: readonly string[]): PhotoOwners {
  return roster.namesPhotos ? named(roster.lines, paths) : placed(roster.lines, paths);
}

function placed(lines: readonly RosterLine[], paths: readonly string[]): PhotoOwners {
  const byNumber = new Map<string, RosterLine>();
  for (const line of [...lines].reverse()) {
    if (line.cells.employeeNo) byNumber.set(plain(line.cells.employeeNo), line);
  }
  const filesOf = new Map<RosterLine, string[]>();
  const unused: string[] = [];
  for (const path of paths) {
    const owner = candidates(path)
      .map((number) => byNumber.get(number))
      .find(Boolean);
    if (owner) add(filesOf, owner, path);
    else unused.push(path);
  }
  return { filesOf, missingOf: new Map(), unused };
}

/** The numbers that a path may stand for, most telling first. */
function candidates(path: string): string[] {
  const steps = plain(path).split('/');
  const stem = steps.pop()!.replace(/\.[^.]*$/, '');
  const counted = /^(.+)[_-]\d+$/.exec(stem);
  return [...steps.reverse(), stem, ...(counted ? [counted[1]!] : [])];
}

function named(lines: readonly RosterLine[], paths: readonly string[]): PhotoOwners {
  const byName = new Map<string, string>();
  for (const path of [...paths].reverse()) byName.set(plain(path.split('/').pop()!), path);
  for (const path of paths) byName.set(plain(path), path);
  const filesOf = new Map<RosterLine, string[]>();
  const missingOf = new Map<RosterLine, string[]>();
  const used = new Set<string>();
  for (const line of lines) {
    for (const name of new Set(photoNames(line.cells.photos))) {
      const path = byName.get(plain(name.replaceAll('\\', '/').replace(/^\.\//, '')));
      if (path === undefined) add(missingOf, line, name);
      else add(filesOf, line, path);
      if (path !== undefined) used.add(path);
    }
  }
  return { filesOf, missingOf, unused: paths.filter((path) => !used.has(path)) };
}

function add<K>(map: Map<K, string[]>, key: K, value: string): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

const plain = (text: string) => text.normalize('NFC').toLowerCase();
