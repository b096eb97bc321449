import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOCKER } from './support/compose-file.js';

const [, version] =
  /nginx\/([\d.]+)/.exec(spawnSync('nginx', ['-v'], { encoding: 'utf8' }).stderr ?? '') ?? [];
const [major = 0, minor = 0, patch = 0] = version?.split('.').map(Number) ?? [];
/** Names that are looked up again and again came with 1.27.3. */
const resolves = major * 1e6 + minor * 1e3 + patch >= 1_027_003;

describe('docker/proxy.conf', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rollcall-nginx-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What nginx says of the files as they are, with this list of servers. */
  const verdict = (servers?: string): string => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const paths = temporary.map((kind) => `${kind}_temp_path ${join(folder, kind)};`);
    const http = `http { ${paths.join(' ')} include ${join(DOCKER, 'proxy.conf')}; }`;
    const main = join(folder, 'nginx.conf');
    writeFileSync(main, `pid ${join(folder, 'pid')}; error_log stderr; events {} ${http}`);
    copyFileSync(join(DOCKER, 'proxy-listen.conf'), join(folder, 'rollcall-listen.conf'));
    if (servers) writeFileSync(join(folder, 'rollcall-servers.conf'), servers);
    else copyFileSync(join(DOCKER, 'proxy-servers.conf'), join(folder, 'rollcall-servers.conf'));
    return spawnSync('nginx', ['-t', '-p', folder, '-c', main], { encoding: 'utf8' }).stderr;
  };

  (version ? it : it.skip)(
    'is accepted by nginx, with proxy-listen.conf and servers by their addresses',
    () => {
      expect(verdict('server 127.0.0.1:3000 max_fails=1 fail_timeout=2s;')).toContain('test is successful');
    },
  );

  (version ? it : it.skip)('is refused where it is wrong, so that being accepted says something', () => {
    expect(verdict('server 127.0.0.1:3000 max_patience=1;')).toContain('test failed');
  });

  (resolves ? it : it.skip)(
    'is accepted by an nginx of the containers with proxy-servers.conf as it is',
    () => {
      expect(verdict()).toContain('test is successful');
    },
  );
});
