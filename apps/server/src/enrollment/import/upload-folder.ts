import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Config } from '../../platform/config/config.js';

const DAY_MS = 86_400_000;

/**
 * Where this process puts uploads that are too large for its memory, for as long as their request lasts. What a killed
 * process left behind goes when the next one starts; another that is alive, here or on another machine, keeps its own.
 */
@Injectable()
export class UploadFolder implements OnModuleInit, BeforeApplicationShutdown {
  private readonly root: string;
  private readonly own: string;

  constructor(config: Config) {
    this.root = join(config.dataDir, 'tmp');
    this.own = join(this.root, `uploads~${hostname()}~${process.pid}~${uuidv7()}`);
  }

  async onModuleInit(): Promise<void> {
    const names = await readdir(this.root).catch(() => []);
    for (const name of names.filter((each) => each.startsWith('uploads~'))) {
      const folder = join(this.root, name);
      if (await isAbandoned(name, folder)) await rm(folder, { recursive: true, force: true });
    }
  }

  beforeApplicationShutdown(): Promise<void> {
    return rm(this.own, { recursive: true, force: true });
  }

  /** The folder, readable by its owner only. */
  async ready(): Promise<string> {
    await mkdir(this.own, { recursive: true, mode: 0o700 });
    return this.own;
  }
}

async function isAbandoned(name: string, folder: string): Promise<boolean> {
  const [, host, pid] = name.split('~');
  // A container's first process has the same number every time: our own number says that the other one is gone.
  if (host === hostname()) return Number(pid) === process.pid || !isAlive(Number(pid));
  const { mtimeMs } = await stat(folder);
  return Date.now() - mtimeMs > DAY_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
