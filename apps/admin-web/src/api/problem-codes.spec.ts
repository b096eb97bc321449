import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from './problems.en.json';

const ROOT = join(import.meta.dirname, '../../../..');
const PLACES = ['apps/server/src', 'libs/vision/src/style'];

/** Words in capitals between quotes that reach nobody as codes of problems. */
const OTHERS = new Set(['EAI_AGAIN', 'LIMIT_FILE_SIZE', 'MAIL_FROM', 'PACK_INVALID', 'RUN_JOBS']);
/** What the server puts before the codes of `refusal` in photo-archive.ts. */
const ARCHIVE = 'IMPORT_ARCHIVE_';

const sources = PLACES.flatMap((place) =>
  readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(ROOT, place, file), 'utf8')),
);
const all = (pattern: RegExp, source: string) =>
  [...source.matchAll(pattern)].map(([, found]) => found ?? '');

/** Every code that may reach somebody: in capitals with an underscore, first in an error, made of a noun, or of the archive. */
function codesIn(source: string): string[] {
  const archive = all(/\brefusal\('([A-Z_]+)'/g, source);
  return [
    ...all(/'([A-Z]+(?:_[A-Z]+)+)'/g, source).filter((word) => !archive.includes(word)),
    ...all(/new DomainError\(\s*'[a-z-]+',\s*'([A-Z_]+)'/g, source),
    ...all(/\bnotFound\('([a-z ]+)'\)/g, source).map(
      (noun) => `${noun.toUpperCase().replaceAll(' ', '_')}_NOT_FOUND`,
    ),
    ...archive.map((code) => ARCHIVE + code),
  ].filter((code) => !OTHERS.has(code) && !Object.hasOwn(en.reason, code));
}

describe('the words for what the server refuses', () => {
  const codes = [...new Set(sources.flatMap(codesIn))].sort();

  it('are found where they are thrown', () => {
    expect(codes).toEqual(
      expect.arrayContaining([
        'BUSY',
        'CHECK_IN_NOT_FOUND',
        'IMPORT_ARCHIVE_TOO_MANY_FILES',
        'IMPORT_CSV_INVALID',
        'METHOD_NOT_ALLOWED',
        'REVIEW_NOT_APPLICABLE',
        'ROW_INVALID',
        'STYLE_SIZE',
      ]),
    );
  });

  it('lack for none of its codes', () => {
    expect(codes.filter((code) => !Object.hasOwn(en.code, code))).toEqual([]);
  });
});
