import { FaceEnginePool, ImageRejected, type FaceReading, type ModelPack } from '@rollcall/vision';
import { readPicture } from '../pictures.js';
import { Progress } from '../progress.js';

/** A file that is called a picture and is none. */
export interface UnreadablePicture {
  readonly path: string;
  /** In words. */
  readonly reason: string;
}

/** What was found on pictures, by path. */
export interface ReadPictures<T> {
  readonly found: ReadonlyMap<string, T>;
  /** In the order of their paths; nothing was found on these. */
  readonly unreadable: readonly UnreadablePicture[];
}

/**
 * Reads each picture once. One that cannot be read is passed over: it is no picture of a face that was not found.
 *
 * @param what is under way, for the bar
 * @param pick what is kept of a reading
 * @throws Error where a file is not there, or not one of them can be read
 */
export async function readPictures<T>(
  pack: ModelPack,
  paths: Iterable<string>,
  { what, ...wishes }: { readonly what: string } & NonNullable<Parameters<FaceEnginePool['read']>[1]>,
  pick: (reading: FaceReading) => T,
): Promise<ReadPictures<T>> {
  const queue = [...new Set(paths)];
  const progress = new Progress(what, queue.length);
  const found = new Map<string, T>();
  const unreadable: UnreadablePicture[] = [];
  const pool = await FaceEnginePool.open(pack, { maxWaiting: 4 });
  const reader = async () => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      const picture = await readPicture(path);
      try {
        found.set(path, pick(await pool.read(picture, wishes)));
      } catch (error) {
        if (!(error instanceof ImageRejected)) throw error;
        unreadable.push({ path, reason: error.message });
      }
      progress.step();
    }
  };
  try {
    await Promise.all([reader(), reader()]);
  } finally {
    await pool.close();
    progress.end();
  }
  unreadable.sort((a, b) => (a.path < b.path ? -1 : 1));
  requireSome(found.size, unreadable);
  return { found, unreadable };
}

function requireSome(read: number, [first, ...others]: readonly UnreadablePicture[]): void {
  if (read > 0 || !first) return;
  throw new Error(`None of the ${others.length + 1} pictures can be read. ${first.path}: ${first.reason}`);
}

/** How many lines name one each; --json has all. */
const SHOWN = 10;

/** Lines at the end of a report; none where every picture was read. */
export function describeUnreadable(unreadable: readonly UnreadablePicture[]): string[] {
  if (unreadable.length === 0) return [];
  const [were, they] = unreadable.length === 1 ? ['picture was', 'it'] : ['pictures were', 'they'];
  return [
    `${unreadable.length} ${were} passed over, as ${they} cannot be read:`,
    ...unreadable.slice(0, SHOWN).map(({ path, reason }) => `  ${path}: ${reason}`),
    ...(unreadable.length > SHOWN ? [`  and ${unreadable.length - SHOWN} more`] : []),
  ];
}
