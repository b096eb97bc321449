import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MM = 72 / 25.4;

/** `it` for tests that read a PDF with poppler: skipped where that is not installed. CI has it. */
export const itWithPoppler = spawnSync('pdfinfo', ['-v']).error ? it.skip : it;

/** What poppler reads in a document: another program than the one that wrote it. */
export class Pdf {
  private readonly file: string;

  constructor(bytes: Buffer, folder: string) {
    this.file = join(folder, `card-${Math.random()}.pdf`);
    writeFileSync(this.file, bytes);
  }

  pages(): [number, number][] {
    const found = [...this.run('pdfinfo', '-l', '99').matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)];
    return found.map(([, width, height]) => [round(Number(width) / MM), round(Number(height) / MM)]);
  }

  box(name: string): [number, number] {
    const [, left, bottom, right, top] = new RegExp(`${name}: +([\\d.]+) +([\\d.]+) +([\\d.]+) +([\\d.]+)`)
      .exec(this.run('pdfinfo', '-box', '-l', '1'))!
      .map(Number) as [number, number, number, number, number];
    return [round((right - left) / MM), round((top - bottom) / MM)];
  }

  /** Of one page, or of all of them. */
  text(page?: number): string {
    const range = page === undefined ? [] : ['-f', `${page}`, '-l', `${page}`];
    return this.run('pdftotext', ...range, '-layout');
  }

  /** Of the first word, in millimetres from the upper left corner. */
  place(page: number, words: string): { x: number; y: number } {
    const word = words.split(' ').at(-1)!.replaceAll('&', '&amp;');
    const html = this.run('pdftotext', '-f', `${page}`, '-l', `${page}`, '-bbox');
    const [, x, y] = new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)"[^>]*>${word}<`).exec(html)!;
    return { x: Number(x) / MM, y: Number(y) / MM };
  }

  fonts(): { embedded: boolean; subset: boolean }[] {
    const lines = this.run('pdffonts').trim().split('\n').slice(2);
    return lines.map((line) => {
      const [embedded, subset] = line.trim().split(/\s+/).slice(-5);
      return { embedded: embedded === 'yes', subset: subset === 'yes' };
    });
  }

  private run(program: string, ...options: string[]): string {
    const output = program === 'pdftotext' ? ['-'] : [];
    return execFileSync(program, [...options, this.file, ...output], { encoding: 'utf8' });
  }
}

const round = (value: number) => Math.round(value * 100) / 100;
