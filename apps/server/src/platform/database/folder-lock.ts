import { createHash } from 'node:crypto';
import { realpathSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { StartupError } from '../config/startup-error.js';

/**
 * One process per data folder. Two of them on one embedded database lose rows and corrupt its index, so the second
 * is refused. The lock is a socket that the kernel drops with the process, kill -9 included: an abstract name on
 * Linux, a named pipe on Windows, a socket file (probed when found) elsewhere.
 */
export async function lockFolder(folder: string): Promise<Server> {
  const address = lockAddress(realpathSync(folder));
  try {
    return await listen(address);
  } catch (error) {
    const stale = address.startsWith('/') && !(await answers(address));
    if (!isInUse(error) || !stale) throw taken(folder, error);
    unlinkSync(address);
    return listen(address);
  }
}

function lockAddress(folder: string): string {
  const name = `rollcall-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(folder, 'lock.sock');
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end());
    server.once('error', reject);
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address, () => resolve(Boolean(socket.end())));
    socket.once('error', () => resolve(false));
  });
}

const isInUse = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

const taken = (folder: string, error: unknown) =>
  isInUse(error)
    ? new StartupError(
        `Another Rollcall already runs on ${folder}. Stop it, or give this one its own DATA_DIR.`,
      )
    : error;
