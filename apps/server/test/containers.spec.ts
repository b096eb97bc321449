import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Config } from '../src/platform/config/config.js';
import { composeFile, DOCKER, interpolated, read, REFERENCE, type Service } from './support/compose-file.js';

const ROOT = join(DOCKER, '..');
const FILES = ['compose.yaml', 'compose.many.yaml'];
const PORTS: Record<string, string[]> = { 'compose.yaml': ['server'], 'compose.many.yaml': ['proxy'] };
const SECRETS = ['POSTGRES_PASSWORD', 'ROLLCALL_SECRET_KEY'];
/** May be empty, and are then made up or not needed. */
const CHOSEN_SECRETS = ['ROLLCALL_TEMPLATE_KEYS', 'ROLLCALL_ADMIN_PASSWORD'];

const example = Object.fromEntries(
  [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]),
);
const filledIn = {
  ...example,
  POSTGRES_PASSWORD: randomBytes(24).toString('hex'),
  ROLLCALL_SECRET_KEY: randomBytes(32).toString('base64'),
};
const isOurs = ({ image }: Service) => image === 'rollcall';
const namesIn = (dependencies: Service['depends_on'] = []) =>
  Array.isArray(dependencies) ? (dependencies as string[]) : Object.keys(dependencies);

describe.each(FILES)('docker/%s', (file) => {
  const { services, networks, volumes } = composeFile(file);
  const all = Object.entries(services);

  it('gives servers and workers settings that they know and can use', () => {
    const ours = all.filter(([, service]) => isOurs(service));
    expect(ours.length).toBeGreaterThan(1);
    for (const [, { environment = {} }] of ours) {
      expect(Config.settings).toEqual(expect.arrayContaining(Object.keys(environment)));
      const values = Object.entries(environment).map(([name, text]) => [name, interpolated(text, filledIn)]);
      const config = Config.from(Object.fromEntries(values));
      expect(config).toMatchObject({ redisUrl: 'redis://redis:6379', jobs: { run: false } });
      expect(config.databaseUrl).toContain(filledIn.POSTGRES_PASSWORD);
    }
  });

  it.each(SECRETS)('does not start without %s', (name) => {
    const without = { ...filledIn, [name]: '' };
    const asks = all.filter(([, each]) => JSON.stringify(each.environment ?? {}).includes(`\${${name}`));
    expect(asks.length).toBeGreaterThan(1);
    for (const [, { environment }] of asks) {
      expect(() => Object.values(environment!).map((text) => interpolated(text, without))).toThrow(name);
    }
  });

  it('holds no secret and no default of one', () => {
    for (const [, { environment = {} }] of all) {
      for (const [name, text] of Object.entries(environment)) {
        if (/SECRET|PASSWORD|KEY/.test(name)) expect(text.replace(REFERENCE, '')).toBe('');
        for (const [, asked, kind, rest] of text.matchAll(REFERENCE)) {
          if (SECRETS.includes(asked!)) expect(kind).toBe('?');
          if (CHOSEN_SECRETS.includes(asked!)) expect(`${kind}${rest}`).toBe('-');
        }
      }
    }
  });

  it('mounts files that are there and volumes that it declares', () => {
    const mounts = all.flatMap(([, each]) => each.volumes ?? []).map((text) => interpolated(text, {}));
    for (const source of mounts.map((mount) => mount.split(':')[0]!)) {
      if (source.startsWith('.')) expect(existsSync(join(DOCKER, source))).toBe(true);
      else expect(Object.keys(volumes)).toContain(source);
    }
  });

  it('names services and networks that there are', () => {
    for (const [, service] of all) {
      expect(Object.keys(services)).toEqual(expect.arrayContaining(namesIn(service.depends_on)));
      expect(service.networks).not.toHaveLength(0);
      expect(Object.keys(networks)).toEqual(expect.arrayContaining([...service.networks!]));
    }
  });

  it('is reached through one port, on this machine unless told otherwise', () => {
    const published = all.filter(([, { ports = [] }]) => ports.length > 0);
    expect(published.map(([name]) => name)).toEqual(PORTS[file]);
    expect(interpolated(published[0]![1].ports![0]!, {})).toMatch(/^127\.0\.0\.1:3000:\d+$/);
  });

  it('lets nobody but servers and workers near the database and the queue', () => {
    for (const store of ['postgres', 'redis']) {
      expect(services[store]!.networks).toEqual(['inside']);
      expect(networks['inside']).toEqual({ internal: true });
    }
    const near = all.filter(([, service]) => service.networks!.includes('inside') && !isOurs(service));
    expect(near.map(([name]) => name)).toEqual(['postgres', 'redis']);
  });

  it('starts everything again, watches its health, and gives it no more rights than it needs', () => {
    for (const [name, service] of all) {
      expect(service).toMatchObject({ restart: 'unless-stopped', security_opt: ['no-new-privileges:true'] });
      if (!isOurs(service)) expect(service.healthcheck).toBeDefined(); // Ours is in the image.
      if (isOurs(service) || name === 'proxy') expect(service.cap_drop).toEqual(['ALL']);
    }
  });

  it('runs workers whose health is looked for where they tell of it', () => {
    const { environment, command } = services['worker']!;
    expect(command).toEqual(['node', 'apps/server/dist/worker.js']);
    expect(read('Dockerfile')).toContain(`PORT=${environment!['WORKER_PORT']} `);
  });
});

describe('several servers', () => {
  const { services } = composeFile('compose.many.yaml');

  it('believe the proxy, and keep pictures where all of them find them', () => {
    for (const name of ['server-1', 'server-2', 'worker']) {
      const { environment, volumes } = services[name]!;
      const blobs = interpolated(environment!['BLOBS']!, {});
      expect(blobs).toBe('database');
      expect(volumes).toContain('blobs:/data/blobs');
    }
    expect(services['server-1']!.environment!['TRUST_PROXY']).toBe('true');
  });

  it('have folders of their own for the rest', () => {
    const folders = ['server-1', 'server-2'].map((name) => services[name]!.volumes![0]);
    expect(folders).toEqual(['server-1:/data', 'server-2:/data']);
  });

  it('are those that the proxy passes requests on to', () => {
    const listed = [...read('proxy-servers.conf').matchAll(/^server ([\w-]+):3000 resolve /gm)];
    expect(listed.map(([, name]) => name)).toEqual(
      Object.keys(services).filter((name) => name.startsWith('server-')),
    );
  });
});

describe('docker/.env.example', () => {
  it('has every variable that the compose files ask for, and no other', () => {
    const texts = [...FILES, 'compose.parts.yaml'].map(read).join('\n');
    const asked = new Set([...texts.matchAll(REFERENCE)].map(([, name]) => name));
    expect(Object.keys(example).sort()).toEqual([...asked].sort());
  });

  it('holds no secret', () => {
    for (const name of [...SECRETS, ...CHOSEN_SECRETS]) expect(example[name]).toBe('');
  });
});

describe('the image', () => {
  const lines = read('Dockerfile').split('\n');
  const manifestOf = (folder: string) =>
    JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as {
      name: string;
      workspaces?: string[];
      dependencies?: Record<string, string>;
    };
  const workspaces = manifestOf('.').workspaces!.flatMap((pattern) => {
    const [parent] = pattern.split('/*') as [string];
    return pattern === parent ? [parent] : readdirSync(join(ROOT, parent)).map((name) => `${parent}/${name}`);
  });
  const folderOf = new Map(workspaces.map((folder) => [manifestOf(folder).name, folder]));

  /** A workspace and those that it needs to run. */
  const closure = (folder: string): string[] => {
    const needed = Object.keys(manifestOf(folder).dependencies ?? {}).flatMap(
      (name) => folderOf.get(name) ?? [],
    );
    return [folder, ...needed.flatMap(closure)];
  };

  it('is installed from the manifests of every workspace', () => {
    expect(workspaces.length).toBeGreaterThan(5);
    const copied = workspaces.map((folder) => `COPY ${folder}/package.json ${folder}/`);
    expect(lines).toEqual(expect.arrayContaining(copied));
  });

  it('holds what server and command are built of, and the pages', () => {
    const needed = new Set([...closure('apps/server'), ...closure('tools'), 'apps/admin-web']);
    const built = [...needed].map((folder) => `COPY --from=build /app/${folder}/dist ${folder}/dist`);
    const copied = lines.filter((line) => /^COPY --from=build .*\/dist /.test(line));
    expect(copied.sort()).toEqual(built.sort());
  });

  it('runs as nobody in particular, in folders that are its own', () => {
    expect(lines).toContain('USER node');
    expect(read('Dockerfile')).toContain('--owner=node --group=node --mode=0700 /data /data/blobs');
  });
});
