import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** What a running server leaves for the commands on its own machine, readable by its owner only. */
const localAccess = z.object({ url: z.url(), token: z.string() });
export type LocalAccess = z.infer<typeof localAccess>;

/** None runs, or it is just starting again. */
export class NoServer extends Error {}

/** Finds the server that runs on this data folder. @throws {NoServer} that says how to start one */
export function localServer(dataDir: string): LocalAccess {
  try {
    return localAccess.parse(JSON.parse(readFileSync(join(resolve(dataDir), 'local-access.json'), 'utf8')));
  } catch {
    throw new NoServer(
      `No Rollcall runs on the data folder ${resolve(dataDir)}. Start it with "npm start" in another terminal ` +
        '(with the same DATA_DIR), then try again.',
    );
  }
}
