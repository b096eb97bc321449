import { parse } from 'csv-parse/sync';
import type { AttendanceDay } from '@rollcall/contracts';
import type { Client } from './client.js';
import { WEEK } from './report-stage.js';

/** A table read back: its headings, and a record for each row by them. */
export interface Table {
  readonly headings: string[];
  readonly records: Record<string, string>[];
}

export function reportPath(file: string, query: Record<string, string> = {}): string {
  return `/reports/${file}?${new URLSearchParams({ ...WEEK, ...query }).toString()}`;
}

export async function csvTable(
  client: Client,
  kind: string,
  query: Record<string, string> = {},
): Promise<Table> {
  const answer = await client.answer('GET', reportPath(`${kind}.csv`, query));
  expect([answer.status, answer.text.slice(0, 1)]).not.toEqual([200, '{']);
  return tableOf(parse(answer.text, { bom: true, record_delimiter: '\r\n' }));
}

export function tableOf([headings = [], ...rows]: string[][]): Table {
  const recordOf = (row: string[]) =>
    Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? '']));
  return { headings, records: rows.map(recordOf) };
}

/** 1:05 as 65. */
export function minutesIn(text: string): number {
  const [, hours, minutes] = /^(\d+):(\d\d)$/.exec(text) ?? [];
  if (!hours || !minutes) throw new Error(`${text} is no duration.`);
  return Number(hours) * 60 + Number(minutes);
}

/** What a row of the daily report says of a day, from what the API says. */
export const saidOf = (day: AttendanceDay) => ({
  date: day.date,
  firstIn: localOf(day, day.firstIn),
  lastOut: localOf(day, day.lastOut),
  minutes: [
    day.dueMinutes,
    day.workedMinutes,
    day.breakMinutes,
    day.lateMinutes,
    day.earlyMinutes,
    day.overtimeMinutes,
    day.overtimeWaitingMinutes,
    day.leaveMinutes,
  ],
});

function localOf({ punches, timeZone }: AttendanceDay, instant: string | null): string {
  if (instant === null) return '';
  const known = punches.find(({ at }) => at === instant)?.localTime;
  return (known ?? localTimeIn(timeZone, instant)).slice(0, 19).replace('T', ' ');
}

const localTimeIn = (timeZone: string, instant: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
    new Date(instant),
  );
