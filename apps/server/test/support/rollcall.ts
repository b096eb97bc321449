import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ApiTokenCreated, LoginResponse, Role } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { SESSION_LIFETIME_MS } from '../../src/auth/sessions.service.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Config } from '../../src/platform/config/config.js';
import { configure } from '../../src/server.js';
import type { FaceEngine } from '../../src/vision/face-engine.js';
import type { PackShelf } from '../../src/vision/pack-shelf.js';
import type { Stylizer } from '../../src/vision/stylizer.js';
import { Client } from './client.js';
import { ScriptedFaceEngine, ScriptedPackShelf } from './scripted-face-engine.js';
import { ScriptedStylizer } from './scripted-stylizer.js';
import { SettableClock } from './settable-clock.js';
import { aDatabase, type TestDatabase } from './test-database.js';

export const ADMIN = { email: 'admin@example.org', password: 'correct horse battery' };
/** Servers of one database share the key of its templates. */
const SHARED_KEY = Buffer.alloc(32, 7).toString('base64');
let count = 0;

/** What a test may put in the place of the app's own. */
export interface Stage {
  /** One that outlives this app, or that several share. */
  readonly database?: TestDatabase;
  readonly shelf?: PackShelf;
  readonly stylizer?: Stylizer;
  readonly doubles?: readonly (readonly [abstract: Type | (abstract new () => object), double: object])[];
}

/** The whole app on a real database, listening on a port of its own; only the ports of the design are doubled. */
export class Rollcall<Engine extends FaceEngine = ScriptedFaceEngine> {
  /** Kept, because signing in is limited to so many tries a minute; a session ends when a test moves the clock. */
  private signedInAdmin: { client: Promise<Client>; at: Date } | null = null;

  private constructor(
    readonly app: NestExpressApplication,
    readonly url: string,
    readonly clock: SettableClock,
    readonly engine: Engine,
    readonly dataDir: string,
    private readonly drop: () => Promise<void>,
  ) {}

  /** With settings of its own where a test is about them; an empty one counts as unset. */
  static start(settings: Record<string, string> = {}, stage: Stage = {}): Promise<Rollcall> {
    return Rollcall.startWith(new ScriptedFaceEngine(), settings, stage);
  }

  static async startWith<Engine extends FaceEngine>(
    engine: Engine,
    settings: Record<string, string> = {},
    stage: Stage = {},
  ): Promise<Rollcall<Engine>> {
    const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-test-'));
    const { database, drop } = stage.database
      ? { ...stage.database, drop: async () => {} }
      : await aDatabase();
    const config = Config.from({
      DATA_DIR: dataDir,
      TIME_ZONE: 'Europe/Berlin',
      LOG_LEVEL: 'silent',
      ROLLCALL_ADMIN_EMAIL: ADMIN.email,
      ROLLCALL_ADMIN_PASSWORD: ADMIN.password,
      REDIS_URL: process.env['REDIS_URL'],
      ...(stage.database && { ROLLCALL_SECRET_KEY: SHARED_KEY }),
      ...settings,
    });
    const clock = new SettableClock();
    const shelf = stage.shelf ?? new ScriptedPackShelf();
    const stylizer = stage.stylizer ?? new ScriptedStylizer();
    const foundations = { config, database, engine, shelf, stylizer };
    const testing = Test.createTestingModule({ imports: [AppModule.on(foundations)] });
    const doubles = [[Clock, clock] as const, ...(stage.doubles ?? [])];
    for (const [port, double] of doubles) testing.overrideProvider(port).useValue(double);
    const module = await testing.compile();
    const app = module.createNestApplication<NestExpressApplication>({ forceCloseConnections: true });
    configure(app, foundations);
    await app.listen(0, '127.0.0.1').catch(async (error: unknown) => {
      await app.close();
      throw error;
    });
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    return new Rollcall(app, url, clock, engine, dataDir, drop);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.engine.close();
    await this.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  anyone(): Client {
    return new Client(this.url, {});
  }

  admin(): Promise<Client> {
    const now = this.clock.now();
    const stale = Math.abs(now.getTime() - (this.signedInAdmin?.at.getTime() ?? 0)) > SESSION_LIFETIME_MS / 2;
    if (stale || !this.signedInAdmin) this.signedInAdmin = { client: this.signedIn(ADMIN), at: now };
    return this.signedInAdmin.client;
  }

  /** A client signed in as a new user with this role. */
  async as(role: Role): Promise<Client> {
    const who = { email: `${role}${++count}@example.org`, password: 'long enough to pass' };
    await (await this.admin()).post('/users', { ...who, name: role, role }, 201);
    return this.signedIn(who);
  }

  /** A script with an API token of this role. */
  async script(role: Role): Promise<Client> {
    const made = await (await this.admin()).post<ApiTokenCreated>('/api-tokens', { name: role, role }, 201);
    return new Client(this.url, { Authorization: `Bearer ${made.token}` });
  }

  kiosk(deviceKey: string): Client {
    return new Client(this.url, { 'X-Device-Key': deviceKey });
  }

  async signedIn(credentials: { email: string; password: string }): Promise<Client> {
    const { token } = await this.anyone().post<LoginResponse>('/auth/login', credentials, 200);
    return new Client(this.url, { Authorization: `Bearer ${token}` });
  }

  /** Looks behind the API, for what it must not show or must have destroyed. */
  sql<Row>(statement: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.app.get(DataSource).query<Row[]>(statement, parameters);
  }

  /** Every file of photos and frames, as it rests on the disk. */
  sealedFiles(): { path: string; bytes: Buffer }[] {
    const found = readdirSync(this.dataDir, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile() && join(entry.parentPath).includes('blobs'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path, bytes: readFileSync(path) }));
  }
}
