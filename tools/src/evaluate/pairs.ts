import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a protocol: two pictures and whether they show one person. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly genuine: boolean;
  readonly fold: number;
}

const FOLDS = 10;

/**
 * Reads a list of pairs. Two forms:
 * - LFW's pairs.txt: first line `<folds> <n>`, then per fold n lines `name i j` and n lines `name1 i name2 j`, which
 *   stand for `<root>/name/name_0001.jpg`.
 * - lines `path<TAB>path<TAB>1|0` relative to the root, dealt into ten folds in turn, genuine and impostor alike.
 *
 * @throws Error that names the list where it cannot be read, or the first line that fits neither
 */
export function readPairs(file: string, root: string): Pair[] {
  const lines = textOf(file)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const head = /^(\d+)(?:\s+(\d+))?$/.exec(lines[0]?.trim() ?? '');
  if (!head) return fromPaths(lines, root);
  const [folds, perFold] = head[2] ? [Number(head[1]), Number(head[2])] : [1, Number(head[1])];
  return fromLfw(lines.slice(1), root, folds, perFold);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`The list ${file} cannot be read (${code}): name a file with pairs of pictures.`, {
      cause: error,
    });
  }
}

function fromLfw(lines: readonly string[], root: string, folds: number, perFold: number): Pair[] {
  if (lines.length !== folds * perFold * 2) {
    throw new Error(`The list promises ${folds * perFold * 2} pairs and holds ${lines.length}.`);
  }
  const picture = (name: string, number: string) =>
    join(root, name, `${name}_${number.padStart(4, '0')}.jpg`);
  return lines.map((line, i) => {
    const [first = '', ...rest] = line.trim().split(/\s+/);
    const fold = Math.floor(i / (perFold * 2));
    if (rest.length === 2) {
      return { a: picture(first, rest[0]!), b: picture(first, rest[1]!), genuine: true, fold };
    }
    if (rest.length === 3) {
      return { a: picture(first, rest[0]!), b: picture(rest[1]!, rest[2]!), genuine: false, fold };
    }
    throw new Error(`Line ${i + 2} is no pair: ${line}`);
  });
}

function fromPaths(lines: readonly string[], root: string): Pair[] {
  const dealt = { genuine: 0, impostor: 0 };
  return lines.map((line, i) => {
    const [a, b, same] = line.split('\t').map((field) => field.trim());
    if (!a || !b || (same !== '0' && same !== '1')) {
      throw new Error(`Line ${i + 1} is no pair: write path, path and 1 or 0, with tabs between them.`);
    }
    const genuine = same === '1';
    const fold = dealt[genuine ? 'genuine' : 'impostor']++ % FOLDS;
    return { a: join(root, a), b: join(root, b), genuine, fold };
  });
}
