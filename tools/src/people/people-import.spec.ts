import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readRoster } from '@rollcall/roster';
import { fromBufferPromise } from 'yauzl';
import { RollcallClient } from '../rollcall-client.js';
import { describeImport, reportCsv } from './import-report.js';
import { importPeople, type ImportOutcome } from './people-import.js';

interface Received {
  readonly numbers: string[];
  readonly photos: string[];
}

/** A server that takes whatever is sent and refuses photos that say "bad". */
class FakeServer {
  readonly received: Received[] = [];
  readonly cancelled: string[] = [];
  failFirst = false;
  hang = false;
  private readonly server: Server = createServer((request, response) => {
    void this.answer(request.method!, request.url!, request).then(([status, body]) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(
    method: string,
    url: string,
    request: NodeJS.ReadableStream,
  ): Promise<[number, unknown]> {
    const [, , , kind, id] = url.split('?')[0]!.split('/');
    if (method === 'POST' && kind === 'people') return this.take(request, url);
    if (url.endsWith('/cancel')) this.cancelled.push(id!);
    if (kind === 'jobs') return [200, this.job(Number(id))];
    const nth = Number(url.split('/')[5]);
    const { photos } = this.received[nth]!;
    const refused = photos.filter((name) => name.includes('bad'));
    const row = { line: 2, employeeNo: 'of the server', name: 'N', personId: null, outcome: 'taken' };
    const items = refused.map((name) => ({
      name,
      outcome: 'refused',
      code: 'NO_FACE',
      detail: 'No face, "really".',
    }));
    return [200, { items: items.length > 0 ? [{ ...row, photos: items }] : [], nextCursor: null }];
  }

  private async take(request: NodeJS.ReadableStream, url: string): Promise<[number, unknown]> {
    const type = (request as unknown as { headers: Record<string, string> }).headers['content-type']!;
    const body = await buffer(request);
    if (this.failFirst) {
      this.failFirst = false;
      const busy = { type: 'x', title: 'x', status: 503, code: 'BUSY', detail: 'x' };
      return [503, busy];
    }
    const form = await new Response(body, { headers: { 'Content-Type': type } }).formData();
    const list = await readRoster(Buffer.from(await (form.get('csv') as File).arrayBuffer()));
    const archive = form.get('photos') as File | null;
    const photos: string[] = [];
    if (archive) {
      const zip = await fromBufferPromise(Buffer.from(await archive.arrayBuffer()));
      for await (const entry of zip.eachEntry()) photos.push(entry.fileName);
    }
    this.received.push({ numbers: list.lines.map(({ cells }) => cells.employeeNo!), photos });
    expect(url).toBe('/api/v1/people/import');
    return [202, { jobId: String(this.received.length - 1) }];
  }

  private job(nth: number) {
    const { numbers, photos } = this.received[nth]!;
    const bad = photos.filter((name) => name.includes('bad')).length;
    const people = { rows: numbers.length, created: numbers.length, updated: 0, unchanged: 0, refused: 0 };
    const taken = {
      photos: photos.length,
      photosTaken: photos.length - bad,
      photosUnchanged: 0,
      photosRefused: bad,
    };
    const result = { ...people, ...taken, unusedFiles: [] };
    return { id: String(nth), state: this.hang ? 'active' : 'completed', step: 1, result };
  }
}

describe('importing people by the command', () => {
  let folder: string;
  let server: FakeServer;
  let client: RollcallClient;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rollcall-import-'));
    server = new FakeServer();
    client = RollcallClient.withToken(await server.start(), 'token');
  });
  afterEach(() => {
    server.stop();
    rmSync(folder, { recursive: true });
  });

  const list = (...lines: string[]) => {
    const path = join(folder, 'people.csv');
    writeFileSync(path, ['employeeNo,name', ...lines].join('\n'));
    return path;
  };
  const photos = (...paths: string[]) => {
    const root = join(folder, 'photos');
    for (const path of paths) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), `photo ${path}`);
    }
    return root;
  };
  const steps: string[] = [];
  const progress = {
    begin: (total: number) => steps.push(`of ${total}`),
    reach: (done: number) => steps.push(`${done}`),
  };
  const run = (csv: string, from?: string, signal = new AbortController().signal): Promise<ImportOutcome> =>
    importPeople(() => client, csv, from, progress, signal);

  it('sends everybody in portions, each with its photos, and adds up what became of them', async () => {
    steps.length = 0;
    const numbers = Array.from({ length: 250 }, (_, i) => `E${i}`);
    const from = photos(
      ...numbers.map((no) => `${no}.jpg`),
      'E7/another.jpg',
      'team/E8_bad',
      'E9_2.jpg',
      'nobody.jpg',
      '.DS_Store',
    );
    const { counts, unused, notTaken } = await run(list(...numbers.map((no) => `${no},Person`)), from);
    expect(server.received.map(({ numbers: sent }) => sent.length)).toEqual([100, 100, 50]);
    expect(server.received.flatMap(({ numbers: sent }) => sent)).toEqual(numbers);
    expect(server.received[0]!.photos).toEqual(
      expect.arrayContaining(['E7.jpg', 'E7/another.jpg', 'E9_2.jpg']),
    );
    expect(counts).toMatchObject({
      rows: 250,
      created: 250,
      photos: 252,
      photosTaken: 252,
      photosRefused: 0,
    });
    expect(unused).toEqual(['nobody.jpg', 'team/E8_bad']);
    expect(notTaken).toEqual([]);
    expect(steps[0]).toBe('of 252');
    expect(steps.at(-1)).toBe('252');
  });

  it.each(['=1+1', '+49 89 1', '-2', '@me', '\t=1', '\r=1'])(
    'reports %j as a text, and no formula of a spreadsheet',
    async (cell) => {
      const notTaken = [
        { line: 2, employeeNo: cell, name: cell, photo: cell, code: 'NO_FACE', reason: cell },
      ];
      const report = reportCsv({ ...(await run(list('1,One'), photos('1.jpg'))), notTaken, unused: [cell] });
      const cells = [...report.matchAll(/"([^"]*)"/g)].map(([, text]) => text!);
      expect(cells.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
      expect(cells.filter((text) => text.startsWith("'"))).toHaveLength(5);
    },
  );

  it('tells of every line and photo that was not taken, by the lines of the list', async () => {
    const csv = list('1,One', '2,Two', '1,Again', 'x,y,z,too many', '', '3,Three');
    const from = photos('1.jpg', '2/bad.jpg', 'y.jpg');
    writeFileSync(join(from, '3.jpg'), Buffer.alloc(20 * 2 ** 20 + 1));
    const outcome = await run(csv, from);
    expect(server.received).toEqual([{ numbers: ['1', '2', '3'], photos: ['1.jpg', '2/bad.jpg'] }]);
    expect(outcome.counts).toMatchObject({
      rows: 5,
      created: 3,
      refused: 2,
      photos: 3,
      photosTaken: 1,
      photosRefused: 2,
    });
    expect(outcome.notTaken.map(({ line, photo, code }) => [line, photo, code])).toEqual([
      [4, null, 'EMPLOYEE_NO_REPEATED'],
      [5, null, 'ROW_INVALID'],
      [7, '3.jpg', 'IMAGE_TOO_LARGE'],
      [2, '2/bad.jpg', 'NO_FACE'],
    ]);
    const report = reportCsv(outcome);
    expect(report).toMatch('"2","of the server","N","2/bad.jpg","NO_FACE","No face, ""really""."\r\n');
    expect(report).toMatch('"","","","y.jpg","UNUSED_FILE",');
    expect(report.trimEnd().split('\r\n')).toHaveLength(6);
    expect(describeImport(outcome, 'r.csv')).toMatch(
      /^5 people: 3 new.* 2 refused\n3 photos: 1 taken.*\n {2}line 4 \(1\)/,
    );
  });

  it('asks again where the server is busy', async () => {
    server.failFirst = true;
    expect((await run(list('1,One'))).counts).toMatchObject({ rows: 1, created: 1 });
  });

  it('calls off what is on its way when it is stopped', async () => {
    server.hang = true;
    const stop = new AbortController();
    const running = run(list('1,One'), undefined, stop.signal);
    setTimeout(() => stop.abort(new Error('enough')), 1000);
    await expect(running).rejects.toThrow('enough');
    expect(server.cancelled).toEqual(['0']);
  });

  it('says what it cannot find', async () => {
    await expect(run(join(folder, 'none.csv'))).rejects.toThrow('none.csv cannot be read (ENOENT)');
    await expect(run(list('1,One'), join(folder, 'none'))).rejects.toThrow('no folder or zip');
    writeFileSync(join(folder, 'x.zip'), 'no zip');
    await expect(run(list('1,One'), join(folder, 'x.zip'))).rejects.toThrow('cannot be read as zip');
    await expect(run(list())).rejects.toThrow('Line 2: Nobody');
  });
});
