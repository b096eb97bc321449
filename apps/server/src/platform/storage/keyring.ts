import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { StartupError } from '../config/startup-error.js';

const KEY_BYTES = 32;

/**
 * The one master secret of an installation and the keys derived from it (HKDF-SHA256, one per purpose). It comes
 * from ROLLCALL_SECRET_KEY; without that it is made once and kept in the data folder, readable by its owner only.
 */
export class Keyring {
  constructor(private readonly master: Buffer) {}

  static open(config: Config): Keyring {
    if (config.secretKey) return new Keyring(Buffer.from(config.secretKey, 'base64'));
    return new Keyring(keyFromFile(join(config.dataDir, 'secret.key'), config.dataDir));
  }

  /** 32 bytes that only this installation and this purpose share. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, 'rollcall', purpose, KEY_BYTES));
  }
}

function keyFromFile(path: string, folder: string): Buffer {
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  }
  chmodSync(path, 0o600);
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length !== KEY_BYTES) {
    throw new StartupError(
      `${path} does not hold a key. Put the file back from a backup: without it no photo can be read.`,
    );
  }
  return key;
}
