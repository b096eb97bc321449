import { readdirSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { problem } from '@rollcall/contracts';
import { UploadFolder } from '../src/enrollment/import/upload-folder.js';
import type { Client } from './support/client.js';
import { importForm } from './support/imports.js';
import { ODD_MULTIPART } from './support/odd-input.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';
import { aZip, forged, renamed } from './support/zip.js';

const CSV = 'employeeNo,name,consentVersion,consentGivenAt\n17,Somebody,1,2026-01-01\n';
const MEGABYTE = 2 ** 20;
/** Where an entry of a zip's directory keeps what. */
const FLAGS = 8;
const METHOD = 10;
const UNPACKED_SIZE = 24;

describe('an import that cannot be taken', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
  });
  afterAll(() => rollcall.stop());

  const TABLES = ['imports', 'import_rows', 'import_photos', 'jobs', 'people', 'blobs'];
  afterEach(async () => {
    for (const table of TABLES)
      expect([table, await rollcall.sql(`SELECT * FROM ${table}`)]).toEqual([table, []]);
    expect(rollcall.sealedFiles()).toEqual([]);
    // A request that is refused early ends before its upload has been thrown away.
    for (let tries = 0; tries < 100 && uploads(rollcall).length > 0; tries++) await setTimeout(50);
    expect(uploads(rollcall)).toEqual([]);
  });

  const refused = async (body: FormData, status: number, code: string) => {
    const answer = await admin.answer('POST', '/people/import', body);
    const told = problem.parse(JSON.parse(answer.text));
    expect([answer.status, told.code]).toEqual([status, code]);
    return told.detail;
  };
  const refusedZip = (zip: Buffer, code: string) => refused(importForm(CSV, zip), 422, code);
  const photo = aPhoto({ who: 1 });

  it.each<[string, string | Buffer, RegExp]>([
    ['that is empty', '', /^Line 1: .*empty/],
    ['without a header', '17,Somebody\n', /^Line 1: .*header/],
    ['with nobody in it', 'employeeNo,name\n\n', /^Line 2: Nobody/],
    ['with an open quote', 'employeeNo,name\n17,"Some\n', /^Line 2: .*never closed/],
    ['in Latin-1', Buffer.from('employeeNo,name\n17,Zo\xeb\n', 'latin1'), /^Line 2: .*UTF-8/],
    ['in UTF-16', Buffer.from('\ufeffemployeeNo,name\n17,Zoë\n', 'utf16le'), /^Line 1: .*UTF-16/],
    ['that is a picture', photo, /^Line 1: /],
    ['that is a workbook', Buffer.from('PK\x03\x04\0\0\0\0', 'latin1'), /^Line 1: .*workbook/],
    ['with too many lines', `employeeNo,name\n${'1,A\n'.repeat(20_001)}`, /^Line 20002: .*20,000/],
  ])('is a list %s: the line and the reason are told at once', async (_, csv, reason) => {
    expect(await refused(importForm(csv), 422, 'IMPORT_CSV_INVALID')).toMatch(reason);
  });

  it('is a list that names photos without end', async () => {
    const names = Array.from({ length: 100 }, (_, i) => `${i}.jpg`).join(';');
    const lines = Array.from({ length: 201 }, (_, i) => `${i},Somebody,"${names}"`);
    const csv = `employeeNo,name,photos\n${lines.join('\n')}`;
    expect(await refused(importForm(csv), 422, 'IMPORT_CSV_INVALID')).toMatch('20100 photos');
  });

  it('is one without a list', async () => {
    await refused(new FormData(), 400, 'IMPORT_CSV_MISSING');
    const text = new FormData();
    text.append('csv', CSV);
    await refused(text, 400, 'IMPORT_CSV_MISSING');
    const answer = await admin.answer('POST', '/people/import', '{}', { 'Content-Type': 'application/json' });
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([400, 'IMPORT_CSV_MISSING']);
    const other = importForm(CSV);
    other.append('archive', new Blob(['x']), 'x.zip');
    await refused(other, 400, 'BAD_REQUEST');
  });

  it.each(ODD_MULTIPART)('is multipart %s', async (_, body, headers) => {
    const { status, text } = await admin.answer('POST', '/people/import', body, headers);
    expect([status, problem.parse(JSON.parse(text)).code]).toEqual([400, expect.stringMatching(/^[A-Z_]+$/)]);
  });

  it('is larger than what one request may have', async () => {
    const csv = Buffer.alloc(20 * MEGABYTE + 1, 'a');
    expect(await refused(importForm(csv), 413, 'IMPORT_TOO_LARGE')).toMatch(/256 MB.*rollcall people import/);
    const { status, text } = await sendArchive(rollcall.url, admin.headers, 256 * MEGABYTE + 1);
    expect([status, problem.parse(JSON.parse(text)).code]).toEqual([413, 'IMPORT_TOO_LARGE']);
  });

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['that is none', () => Buffer.from('no zip at all')],
    ['that is empty', () => Buffer.alloc(0)],
    ['that was cut off', async () => (await aZip({ '17.jpg': photo })).subarray(0, 60)],
    ['that was changed', async () => forged(await aZip({ '17.jpg': photo }), UNPACKED_SIZE, 5, 4)],
    ['packed by a way nobody knows', async () => forged(await aZip({ '17.jpg': photo }), METHOD, 99, 2)],
    ['whose packed bytes are rubbish', async () => forged(await aZip({ '17.jpg': photo }), METHOD, 8, 2)],
    ['that climbs out', async () => renamed(await aZip({ 'aa/17.jpg': photo }), 'aa/17.jpg', '../17.jpg')],
    [
      'that starts at the root',
      async () => renamed(await aZip({ 'a/17.jpg': photo }), 'a/17.jpg', '//17.jpg'),
    ],
    [
      'that names a drive',
      async () => renamed(await aZip({ 'aaa17.jpg': photo }), 'aaa17.jpg', 'C:\\17.jpg'),
    ],
    ['with a NUL in a name', async () => renamed(await aZip({ '17.jpgx': photo }), '17.jpgx', '17.jpg\0')],
    [
      'with one name twice',
      async () => renamed(await aZip({ '17.jpg': photo, '18.jpg': photo }), '18.jpg', '17.jpg'),
    ],
  ])('is an archive %s', async (_, zip) => {
    await refusedZip(await zip(), 'IMPORT_ARCHIVE_INVALID');
  });

  it.each([
    ['aa/17.jpg', '../17.jpg', '"../17.jpg"'],
    ['a/17.jpg', '//17.jpg', '"//17.jpg"'],
    ['aaa17.jpg', 'C:\\17.jpg', '"C:/17.jpg"'],
  ])('is an archive in which %s became %s: the path is named, with what to do', async (from, to, shown) => {
    const detail = await refusedZip(
      renamed(await aZip({ [from]: photo }), from, to),
      'IMPORT_ARCHIVE_INVALID',
    );
    expect(detail).toContain(`${shown} in the archive is no path within a folder. Take that file out`);
  });

  it('is an archive with a password', async () => {
    await refusedZip(forged(await aZip({ '17.jpg': photo }, true), FLAGS, 1, 2), 'IMPORT_ARCHIVE_ENCRYPTED');
  });

  it('is an archive of more files than anybody has', async () => {
    const zip = await aZip({ '17.jpg': photo });
    zip.writeUInt16LE(20_001, zip.indexOf('PK\x05\x06', 0, 'latin1') + 10);
    await refusedZip(zip, 'IMPORT_ARCHIVE_TOO_MANY_FILES');
  });

  it('is an archive that would fill the memory: nothing of it is unpacked', async () => {
    const zip = await aZip({ '17.jpg': Buffer.alloc(4 * MEGABYTE) }, true);
    expect(zip.length).toBeLessThan(10_000);
    // What it says to be small and is not ends where it said that it would.
    await refusedZip(forged(zip, UNPACKED_SIZE, 1000, 4), 'IMPORT_ARCHIVE_INVALID');
    await refusedZip(forged(zip, UNPACKED_SIZE, 2 ** 31, 4), 'IMPORT_ARCHIVE_UNPACKS_TOO_LARGE');
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`17_${i}.jpg`, 'x']));
    await refusedZip(
      forged(await aZip(many, true), UNPACKED_SIZE, 20 * MEGABYTE, 4),
      'IMPORT_ARCHIVE_UNPACKS_TOO_LARGE',
    );
  });
});

describe('what an import leaves on the disk', () => {
  it('of a process that was killed goes at the next start; what another one needs stays', async () => {
    const rollcall = await Rollcall.start();
    const tmp = join(rollcall.dataDir, 'tmp');
    const folders = [
      `uploads~${hostname()}~999999999~x`,
      `uploads~${hostname()}~1~x`,
      'uploads~elsewhere~17~x',
    ];
    for (const folder of folders) {
      mkdirSync(join(tmp, folder), { recursive: true });
      writeFileSync(join(tmp, folder, 'photos'), 'left behind');
    }
    await rollcall.app.get(UploadFolder, { strict: false }).onModuleInit();
    expect(readdirSync(tmp).sort()).toEqual(folders.slice(1).sort());
    await rollcall.stop();
  });
});

/** So many zeros as the archive, never held in memory as a whole. */
function sendArchive(url: string, headers: Record<string, string>, bytes: number) {
  const head = (name: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"; filename="${name}"\r\n\r\n`;
  const type = { 'Content-Type': 'multipart/form-data; boundary=b' };
  function* body() {
    yield `${head('csv')}${CSV}\r\n${head('photos')}`;
    for (let left = bytes; left > 0; left -= MEGABYTE) yield Buffer.alloc(Math.min(left, MEGABYTE));
    yield '\r\n--b--\r\n';
  }
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const options = { method: 'POST', headers: { ...headers, ...type }, agent: false };
    const sent = request(`${url}/api/v1/people/import`, options, (answer) => {
      buffer(answer).then((text) => resolve({ status: answer.statusCode!, text: text.toString() }), reject);
    });
    Readable.from(body()).pipe(sent).on('error', reject);
  });
}

function uploads({ dataDir }: Rollcall): string[] {
  const tmp = join(dataDir, 'tmp');
  if (!existsSync(tmp)) return [];
  const found = readdirSync(tmp, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
}
