import { repeatedLines, type Roster, type RosterLine } from '@rollcall/roster';
import { v7 as uuidv7 } from 'uuid';
import type { ImportRow } from './import-row.entity.js';
import { judgeRow } from './row-fields.js';

/** A line of the list with the row that is kept of it. */
export interface RowOfLine {
  readonly line: RosterLine;
  readonly row: ImportRow;
}

/** The rows of a list as they are before any work: waiting, or refused for what they say. */
export function rowsOf(importId: string, roster: Roster, now: Date): RowOfLine[] {
  const repeated = repeatedLines(roster.lines);
  return roster.lines.map((line) => {
    const { reason, ...judged } = judgeRow(line, now);
    const refusal = reason ?? repetition(repeated.get(line));
    const row = {
      id: uuidv7(),
      importId,
      line: line.line,
      ...judged,
      personId: null,
      created: false,
      outcome: refusal ? ('refused' as const) : ('waiting' as const),
      code: refusal?.code ?? null,
      detail: refusal?.detail ?? null,
    };
    return { line, row };
  });
}

const repetition = (first: number | undefined) =>
  first === undefined
    ? undefined
    : { code: 'EMPLOYEE_NO_REPEATED', detail: `Line ${first} has the same employee number.` };
