import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allMigrations } from '@rollcall/migrations';
import { DataSource } from 'typeorm';
import { Config } from '../src/platform/config/config.js';
import { StartupError } from '../src/platform/config/startup-error.js';
import { settleBlobHome } from '../src/platform/storage/blob-home.js';
import { BlobStore } from '../src/platform/storage/blob-store.js';
import { Rollcall } from './support/rollcall.js';
import { aDatabase, type TestDatabase } from './support/test-database.js';

describe('a process and the place where the blobs of its database lie', () => {
  let stage: TestDatabase;
  const folders: string[] = [];
  beforeEach(async () => (stage = await aDatabase()));
  afterEach(async () => {
    await stage.drop();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  const aFolder = () => {
    folders.push(mkdtempSync(join(tmpdir(), 'rollcall-home-')));
    return folders.at(-1)!;
  };
  const starts = (dataDir: string, settings: Record<string, string> = {}) =>
    settleBlobHome(Config.from({ DATA_DIR: dataDir, ...settings }), stage.database);
  const refusalOf = async (...process: Parameters<typeof starts>) => {
    const error = await starts(...process).then(
      () => new Error('It started.'),
      (thrown: Error) => thrown,
    );
    expect(error).toBeInstanceOf(StartupError);
    expect(error.message).not.toContain('\n');
    return error.message;
  };
  const lostIn = (message: string) => /BLOBS_INSTEAD_OF=(\S+)\./.exec(message)![1]!;
  /** A server on this folder keeps a photo, as the versions before did: without any name. */
  const keepPhoto = async (dataDir: string) => {
    const rollcall = await Rollcall.start({ DATA_DIR: dataDir }, { database: stage });
    await rollcall.app.get(BlobStore).put('photo', Buffer.from('a picture'), null);
    await rollcall.stop();
  };
  /** As the database was before its blobs had a home, brought up to date. */
  const upgrade = async () => {
    const home = allMigrations.find(({ name }) => name.startsWith('BlobHome'))!;
    const source = await new DataSource({ ...stage.database.options(), poolSize: 1 }).initialize();
    const runner = source.createQueryRunner();
    await new home().down(runner);
    await new home().up(runner);
    await runner.release();
    await source.destroy();
  };

  it('agree: a second server and a restart on the same folder start', async () => {
    const [first, second] = [aFolder(), aFolder()];
    await Promise.all([starts(first), starts(first)]);
    symlinkSync(join(first, 'blobs'), join(second, 'blobs'));
    await starts(second);
    await starts(first);
  });

  it('do not: a worker with a folder of its own is told to share it', async () => {
    await starts(aFolder());
    const worker = aFolder();
    const message = await refusalOf(worker);
    expect(message).toContain(`another folder than ${join(worker, 'blobs')}: mount the one`);
    expect(message).toContain('BLOBS=database');
    await refusalOf(worker); // The first refusal leaves nothing that would let it in.
  });

  it('do not: one keeps files, the other the database', async () => {
    const folder = aFolder();
    await starts(folder);
    expect(await refusalOf(folder, { BLOBS: 'database' })).toContain('set BLOBS=files');
    await stage.drop();
    stage = await aDatabase();
    await starts(aFolder(), { BLOBS: 'database' });
    await starts(aFolder(), { BLOBS: 'database' });
    expect(await refusalOf(aFolder())).toContain('set BLOBS=database.');
  });

  it('an upgrade takes the folder that holds the photos, and no other one that comes first', async () => {
    const folder = aFolder();
    await keepPhoto(folder);
    await upgrade();
    await refusalOf(aFolder());
    await refusalOf(aFolder(), { BLOBS: 'database' });
    await starts(folder);
    await starts(folder);
  });

  it('a copy from a backup is taken, with the name or without it', async () => {
    const folder = aFolder();
    await keepPhoto(folder);
    await upgrade();
    await starts(folder);
    for (const leftOut of ['nothing', 'store-id']) {
      const copy = aFolder();
      await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith(leftOut) });
      await starts(copy);
    }
  });

  it('a lost folder is said, and given up once: the setting does nothing when it is left there', async () => {
    await starts(aFolder());
    const [fresh, third] = [aFolder(), aFolder()];
    const BLOBS_INSTEAD_OF = lostIn(await refusalOf(fresh));
    await refusalOf(fresh, { BLOBS_INSTEAD_OF: 'something-else' });
    await starts(fresh, { BLOBS_INSTEAD_OF });
    await starts(fresh);
    await refusalOf(third, { BLOBS_INSTEAD_OF });
    await starts(fresh, { BLOBS: 'database', BLOBS_INSTEAD_OF: lostIn(await refusalOf(third)) });
    await starts(third, { BLOBS_INSTEAD_OF: 'database' });
  });

  it('a folder that cannot be used is named', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'blobs'), 'no folder');
    expect(await refusalOf(folder)).toContain(`${join(folder, 'blobs')} cannot be read (ENOTDIR)`);
  });
});
