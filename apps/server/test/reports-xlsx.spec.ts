import type { AttendanceDay } from '@rollcall/contracts';
import readXlsx from 'read-excel-file/node';
import type { Client } from './support/client.js';
import { aDepartment, aReportingServer, daysOf, NAMES, type ReportStage } from './support/report-stage.js';
import { reportPath, saidOf } from './support/report-tables.js';
import type { Rollcall } from './support/rollcall.js';

describe('reports as workbooks', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let stage: ReportStage;
  let days: AttendanceDay[];
  beforeAll(async () => {
    ({ rollcall, admin, stage } = await aReportingServer());
    days = await daysOf(admin, stage.first.id);
  });
  afterAll(() => rollcall.stop());

  const workbook = async (kind: string, query: Record<string, string> = {}) =>
    readXlsx((await admin.picture(reportPath(`${kind}.xlsx`, query))).bytes);

  it('are real ones, with a sheet for each department and one that says what they are', async () => {
    const { bytes, type } = await admin.picture(reportPath('daily.xlsx'));
    expect(type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    const sheets = await readXlsx(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([stage.first.name, stage.second.name, 'About']);
    expect(sheets[2]!.data).toEqual([['Rollcall'], ['Daily attendance'], ['2 March 2026 to 8 March 2026']]);
  });

  it('hold dates as dates and durations as numbers, equal to the days that the API tells', async () => {
    const [sheet] = await workbook('daily');
    const [headings, ...rows] = sheet!.data;
    const at = (row: (typeof rows)[number], heading: string) => row[headings!.indexOf(heading)];
    for (const { person } of [stage.zoe, stage.formula]) {
      const own = rows.filter((row) => at(row, 'Employee no.') === person.employeeNo);
      expect(
        own.map((row) => ({
          date: isoOf(at(row, 'Date')).slice(0, 10),
          firstIn: isoOf(at(row, 'First in')).slice(0, 19).replace('T', ' '),
          lastOut: isoOf(at(row, 'Last out')).slice(0, 19).replace('T', ' '),
          minutes: ['Due', 'Worked', 'Break', 'Late', 'Early', 'Overtime', 'Overtime waiting', 'Leave'].map(
            (heading) => minutesOf(at(row, heading)),
          ),
        })),
      ).toEqual(days.filter(({ personId }) => personId === person.id).map(saidOf));
    }
  });

  it('count beyond 24 hours, and keep marks texts', async () => {
    const [sheet] = await workbook('timesheet');
    const [, zoe, formula] = sheet!.data;
    const worked = days
      .filter(({ personId }) => personId === stage.zoe.person.id)
      .reduce((sum, { workedMinutes }) => sum + workedMinutes, 0);
    expect(worked).toBeGreaterThan(24 * 60);
    expect(minutesOf(zoe![10])).toBe(worked);
    expect(formula!.slice(1, 6)).toEqual([NAMES[2], stage.first.name, expect.any(Date), 'A', 'A']);
  });

  it('say hours as decimals where payroll asks for them', async () => {
    const [sheet] = await workbook('payroll', { columns: 'employeeNo,workedMinutes,workedHours' });
    const [, [, minutes, hours] = []] = sheet!.data;
    expect(hours).toBe(Math.round((Number(minutes) / 60) * 100) / 100);
  });

  it('have a sheet even where there is nothing, and names that Excel takes', async () => {
    const empty = await aDepartment(admin, `A/very*long[name]? for: a\\sheet of a workbook`);
    const [first] = await workbook('lateness', { departmentId: empty.id });
    expect([first!.sheet, first!.data]).toEqual(['Lateness', [expect.arrayContaining(['Late', 'Early'])]]);
    await admin.patch(`/people/${stage.anna.person.id}`, { departmentId: empty.id });
    const today = { from: '2026-04-15', to: '2026-04-15' };
    const names = (await workbook('daily', today)).map(({ sheet }) => sheet);
    expect(names).toContain('A very long name for a sheet of');
  });

  it('speak Chinese', async () => {
    const sheets = await workbook('timesheet', { lang: 'zh-CN' });
    expect(sheets[0]!.data[0]!.slice(0, 5)).toEqual(['工号', '姓名', '部门', '2 一', '3 二']);
    expect(sheets.at(-1)).toMatchObject({
      sheet: '说明',
      data: expect.arrayContaining([['2026年3月2日至2026年3月8日']]) as unknown,
    });
  });
});

const isoOf = (cell: unknown) => (cell instanceof Date ? cell.toISOString() : '');
/** Readers take a duration for a moment of the first days that Excel knows. */
const minutesOf = (cell: unknown) =>
  cell instanceof Date ? Math.round((cell.getTime() - Date.UTC(1899, 11, 30)) / 60_000) : NaN;
