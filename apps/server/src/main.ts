import 'reflect-metadata';
import { createServer } from 'node:net';
import { FirstAdmin } from './auth/first-admin.js';
import { LocalAccess } from './auth/local-access.js';
import { activatedPack } from './gallery/activated-pack.js';
import { GallerySize } from './gallery/gallery-size.js';
import { Config } from './platform/config/config.js';
import { StartupError } from './platform/config/startup-error.js';
import { Database } from './platform/database/database.js';
import { Farewell } from './platform/http/farewell.js';
import { settleBlobHome } from './platform/storage/blob-home.js';
import { prepareDataDir, runProgram, stopOnSignal } from './program.js';
import { createApp } from './server.js';
import { localAddress, startupScreen } from './startup-screen.js';
import { ServingFaceEngine } from './vision/serving-face-engine.js';
import { InstalledPacks, SHIPPED_PACK } from './vision/installed-packs.js';
import { InstalledStylizer } from './vision/installed-stylizer.js';

async function main(): Promise<void> {
  const config = Config.from(process.env);
  prepareDataDir(config.dataDir);
  await requireFreePort(config);
  const database = await Database.open(config);
  await database.migrate();
  await settleBlobHome(config, database);
  const shelf = new InstalledPacks(config);
  const engine = await shelf.open((await activatedPack(database)) ?? config.modelPack ?? SHIPPED_PACK);
  const stylizer = await InstalledStylizer.open(config);
  const app = await createApp({ config, database, engine, shelf, stylizer });
  const serving = app.get(ServingFaceEngine);
  const farewell = new Farewell(app.getHttpServer());
  await app.listen(config.port, config.host);
  stopOnSignal(async () => {
    await farewell.bid();
    await app.close();
    await serving.close();
    await stylizer.close();
    await database.close();
  });
  const url = localAddress(await app.getUrl());
  await app.get(LocalAccess).open(url);
  const { generated } = app.get(FirstAdmin);
  const unreadable = await app.get(GallerySize).countUnreadable(serving.pack.modelId);
  process.stdout.write(startupScreen(url, config, database.kind, serving.pack, generated, unreadable));
}

/** Asked before anything is opened, so that a taken port costs no waiting. */
async function requireFreePort({ port, host }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer().once('error', (error) => reject(portFault(error, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function portFault(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartupError(`Port ${port} is taken by another program. Stop it, or set PORT to a free one.`);
  }
  if (error.code === 'EACCES') {
    return new StartupError(`Port ${port} may not be used. Set PORT to one above 1023.`);
  }
  return new StartupError(`Port ${port} cannot be listened on (${error.message}). Check HOST and PORT.`);
}

runProgram(main);
