import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Roster, RosterLine } from '@rollcall/roster';
import { ZipFile } from 'yazl';
import type { Archive } from '../archive.js';
import type { Portion } from './portions.js';

const COLUMNS = [
  'employeeNo',
  'name',
  'email',
  'department',
  'site',
  'consentVersion',
  'consentGivenAt',
] as const;

/** A portion as the API takes it. Its csv has the people in their order, from line 2 on, a line each. */
export async function importForm(
  name: string,
  portion: Portion,
  roster: Roster,
  source: Archive,
): Promise<FormData> {
  const form = new FormData();
  form.append('csv', new Blob([csvOf(portion, roster)], { type: 'text/csv' }), name);
  const photos = portion.people.flatMap((person) => person.photos);
  if (photos.length > 0) form.append('photos', new Blob(await zipOf(photos, source)), 'photos.zip');
  return form;
}

/** Line breaks inside cells become spaces, so that a person stays on one line. */
function csvOf({ people }: Portion, { namesPhotos }: Roster): string {
  const header = [...COLUMNS, ...(namesPhotos ? ['photos'] : [])];
  const lines = people.map(({ line, photos }) => [
    ...COLUMNS.map((column) => line.cells[column] ?? ''),
    ...(namesPhotos ? [photos.join(';')] : []),
  ]);
  return [header, ...lines].map((cells) => cells.map(quoted).join(',')).join('\n');
}

export const quoted = (cell: string): string => `"${cell.replace(/[\r\n]+/g, ' ').replaceAll('"', '""')}"`;

/** Photos are compressed already: they are only put one behind the other. */
async function zipOf(paths: readonly string[], source: Archive): Promise<Buffer<ArrayBuffer>[]> {
  const zip = new ZipFile();
  const archived = chunksOf(zip.outputStream as Readable);
  for (const path of new Set(paths)) {
    zip.addBuffer(await buffer(await source.open(path)), path, { compress: false });
  }
  zip.end();
  return archived;
}

async function chunksOf(stream: Readable): Promise<Buffer<ArrayBuffer>[]> {
  const chunks: Buffer<ArrayBuffer>[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer<ArrayBuffer>);
  return chunks;
}

/** The line of the list that a line of the portion's csv stands for. */
export const originalLine = ({ people }: Portion, line: number): RosterLine => people[line - 2]!.line;
