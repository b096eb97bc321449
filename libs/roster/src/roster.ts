import { CsvError, parse, type Info } from 'csv-parse';
import { columnsOf, separatorOf, type Column } from './columns.js';
import { textOf } from './encoding.js';
import { RosterFault } from './roster-fault.js';

/** Lines that are read of one file. */
export const MAX_LINES = 20_000;

/** One person of the list, as it stands in the file: trimmed, and not judged yet. */
export interface RosterLine {
  /** Where it begins in the file; the header is line 1. */
  readonly line: number;
  /** Cells by column; what is empty or missing is not there. */
  readonly cells: Partial<Record<Column, string>>;
  /** What is wrong with the line's form, so that it cannot be taken. */
  readonly fault?: string;
}

export interface Roster {
  readonly lines: readonly RosterLine[];
  /** True where the file says itself which photos are whose. */
  readonly namesPhotos: boolean;
}

type Parsed = { record: string[]; info: Info };

/**
 * Reads a list of people: csv by RFC 4180 (quotes, CRLF or LF), UTF-8 with or without a byte order mark, separated by
 * `,` or `;` or tab. Empty lines are passed over. It reads in steps, so that other work goes on.
 *
 * @throws {RosterFault} when it is no such file, has no header, no line below it, or more than `maxLines`
 */
export async function readRoster(bytes: Uint8Array, maxLines = MAX_LINES): Promise<Roster> {
  const text = textOf(bytes);
  let columns: Map<Column, number> | undefined;
  let width = 0;
  let countedTwice = 0;
  const lines: RosterLine[] = [];
  for await (const { record, info } of records(text)) {
    if (!columns) {
      columns = columnsOf(record);
      width = record.length;
    } else if (record.some((cell) => cell !== '')) {
      lines.push(lineOf(record, info.lines - countedTwice, columns, width));
    }
    // The parser takes a CRLF inside quotes for two lines.
    countedTwice += count(record, /\r\n/g);
    if (lines.length > maxLines) throw tooLong(lines.at(-1)!.line, maxLines);
  }
  if (!columns) throw new RosterFault(1, 'The file is empty. Its first line must be a header.');
  if (lines.length === 0) throw new RosterFault(2, 'Nobody stands below the header.');
  return { lines, namesPhotos: columns.has('photos') };
}

async function* records(text: string): AsyncGenerator<Parsed> {
  const parser = parse(text, {
    delimiter: separatorOf(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  try {
    yield* parser as AsyncIterable<Parsed>;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new RosterFault(Number(error['lines'] ?? 1), reasonOf(error));
  }
}

/** @param end the line that the record ends on, with a CRLF inside it counted as two */
function lineOf(record: string[], end: number, columns: Map<Column, number>, width: number): RosterLine {
  const cells = [...columns]
    .map(([column, i]) => [column, record[i] ?? ''] as const)
    .filter(([, cell]) => cell !== '');
  const surplus = record.slice(width).some((cell) => cell !== '');
  const fault = `The line has ${record.length} columns, the header ${width}. Is a comma inside a name without quotes?`;
  return {
    line: end - count(record, /[\r\n]/g),
    cells: Object.fromEntries(cells),
    ...(surplus && { fault }),
  };
}

const count = (record: readonly string[], pattern: RegExp) =>
  record.reduce((sum, cell) => sum + (cell.match(pattern)?.length ?? 0), 0);

const tooLong = (line: number, maxLines: number) =>
  new RosterFault(line, `The file has more than ${maxLines.toLocaleString('en')} lines. Split it.`);

function reasonOf(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return 'A quotation mark that begins here or above is never closed.';
  if (error.code.includes('QUOTE')) {
    return 'A quotation mark stands inside a cell. Put the cell in quotation marks and double those inside it.';
  }
  return `The line cannot be read as csv (${error.message}).`;
}

/** The names in a `photos` cell. */
export const photoNames = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The lines whose employee number stands further up already, each with the line that it repeats. */
export function repeatedLines(lines: readonly RosterLine[]): Map<RosterLine, number> {
  const first = new Map<string, number>();
  const repeated = new Map<RosterLine, number>();
  for (const line of lines) {
    const { employeeNo } = line.cells;
    if (employeeNo === undefined) continue;
    const earlier = first.get(employeeNo);
    if (earlier === undefined) first.set(employeeNo, line.line);
    else repeated.set(line, earlier);
  }
  return repeated;
}
