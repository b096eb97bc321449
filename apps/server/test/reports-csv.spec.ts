import type { AttendanceDay } from '@rollcall/contracts';
import { NOBODY } from './support/builders.js';
import type { Client } from './support/client.js';
import { aReportingServer, daysOf, NAMES, type ReportStage } from './support/report-stage.js';
import { csvTable, minutesIn, reportPath, saidOf, type Table } from './support/report-tables.js';
import type { Rollcall } from './support/rollcall.js';

describe('reports as csv', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let stage: ReportStage;
  let days: AttendanceDay[];
  beforeAll(async () => {
    ({ rollcall, admin, stage } = await aReportingServer());
    days = [...(await daysOf(admin, stage.first.id)), ...(await daysOf(admin, stage.second.id))];
  });
  afterAll(() => rollcall.stop());

  const ofPerson = ({ records }: Table, { person }: ReportStage['zoe']) =>
    records.filter((record) => record['Employee no.'] === person.employeeNo);
  const sum = (
    own: AttendanceDay[],
    what: 'workedMinutes' | 'overtimeMinutes' | 'lateMinutes' | 'leaveMinutes',
  ) => own.reduce((total, day) => total + day[what], 0);

  it('daily: equal the days that the API tells', async () => {
    const table = await csvTable(admin, 'daily');
    expect(table.records).toHaveLength(days.length);
    for (const worker of [stage.zoe, stage.ming, stage.formula, stage.anna]) {
      const told = days.filter(({ personId }) => personId === worker.person.id).map(saidOf);
      const written = ofPerson(table, worker).map((record) => ({
        date: record['Date'],
        firstIn: record['First in'],
        lastOut: record['Last out'],
        minutes: ['Due', 'Worked', 'Break', 'Late', 'Early', 'Overtime', 'Overtime waiting', 'Leave'].map(
          (heading) => minutesIn(record[heading]!),
        ),
      }));
      expect(written).toEqual(told);
    }
    expect(ofPerson(table, stage.zoe)[0]).toMatchObject({
      Department: stage.first.name,
      Site: stage.zoe.site.name,
      Shift: stage.shift.name,
      Status: 'Late',
      Locked: 'No',
    });
  });

  it('timesheet: a column for each day, and totals', async () => {
    const table = await csvTable(admin, 'timesheet');
    expect(table.headings.slice(3, 10)).toEqual([
      '2 Mon',
      '3 Tue',
      '4 Wed',
      '5 Thu',
      '6 Fri',
      '7 Sat',
      '8 Sun',
    ]);
    for (const worker of [stage.zoe, stage.ming, stage.formula, stage.anna]) {
      const own = days.filter(({ personId }) => personId === worker.person.id);
      const [record] = ofPerson(table, worker);
      expect(minutesIn(record!['Worked']!)).toBe(sum(own, 'workedMinutes'));
      expect(minutesIn(record!['Overtime']!)).toBe(sum(own, 'overtimeMinutes'));
      expect(minutesIn(record!['Late']!)).toBe(sum(own, 'lateMinutes'));
      expect(minutesIn(record!['Leave']!)).toBe(sum(own, 'leaveMinutes'));
      expect(Number(record!['Days absent'])).toBe(own.filter(({ status }) => status === 'absent').length);
    }
    const [ming] = ofPerson(table, stage.ming);
    expect([ming!['5 Thu'], ming!['6 Fri'], ming!['8 Sun']]).toEqual(['L', 'L', '·']);
    expect(ofPerson(table, stage.formula)[0]!['3 Tue']).toBe('A');
    expect(ofPerson(table, stage.zoe)[0]!['4 Wed']).toBe('!');
  });

  it('lateness: late and early days, and only they', async () => {
    const { records } = await csvTable(admin, 'lateness');
    const told = days.filter(({ lateMinutes, earlyMinutes }) => lateMinutes > 0 || earlyMinutes > 0);
    expect(told.length).toBeGreaterThan(2);
    const minutes = (record: Record<string, string>) =>
      minutesIn(record['Late']!) + minutesIn(record['Early']!);
    expect(records.map(minutes).sort()).toEqual(
      told.map(({ lateMinutes, earlyMinutes }) => lateMinutes + earlyMinutes).sort(),
    );
  });

  it('exceptions: a row for everything to look at, in words', async () => {
    const { records } = await csvTable(admin, 'exceptions');
    expect(records).toHaveLength(days.flatMap(({ flags }) => flags).length);
    const said = records.map((record) => record['Exception']);
    expect(said).toEqual(
      expect.arrayContaining(['The OUT is missing', 'Corrected by hand', 'Worked on a rest day']),
    );
    expect(said.filter((words) => /^[a-z-]+$/.test(words!))).toEqual([]);
  });

  it('punches: with local time, kiosk, direction, and why some do not count', async () => {
    const { records } = await csvTable(admin, 'punches');
    expect(records).toHaveLength(days.flatMap(({ punches }) => punches).length);
    const own = records.filter((record) => record['Employee no.'] === stage.zoe.person.employeeNo);
    expect(own[0]).toMatchObject({
      'Local time': '2026-03-02 09:20:00',
      Direction: 'IN',
      Site: stage.zoe.site.name,
      Kiosk: 'Front door',
      Source: 'Kiosk',
      'Why it does not count': '',
    });
    expect(own.map((record) => record['Why it does not count'])).toContain('Between the first and the last');
    expect(own.filter((record) => record['Source'] === 'Correction')).toHaveLength(2);
  });

  it('are for one department, site or person where that is asked for', async () => {
    const people = async (query: Record<string, string>) =>
      (await csvTable(admin, 'timesheet', query)).records.map((record) => record['Name']);
    expect(await people({ departmentId: stage.second.id })).toEqual([NAMES[1], NAMES[3]]);
    expect(await people({ siteId: stage.zoe.site.id })).toEqual([NAMES[0]]);
    expect(await people({ personId: stage.ming.person.id })).toEqual([NAMES[1]]);
    expect(await people({ from: '2020-01-01', to: '2020-01-31' })).toEqual([]);
  });

  it('run nothing in a spreadsheet, end lines as RFC 4180 says, and begin with a mark where that is asked for', async () => {
    const plain = await admin.answer('GET', reportPath('timesheet.csv'));
    expect(plain.text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(plain.text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(plain.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(plain.headers.get('content-disposition')).toBe(
      'attachment; filename="timesheet_2026-03-02_2026-03-08.csv"',
    );
    const bytes = async (query: Record<string, string>) =>
      (await admin.picture(reportPath('daily.csv', query))).bytes;
    expect((await bytes({ bom: 'true' })).subarray(0, 3)).toEqual(Buffer.of(0xef, 0xbb, 0xbf));
    expect((await bytes({}))[0]).toBe('E'.charCodeAt(0));
  });

  it('speak Chinese', async () => {
    const { headings, records } = await csvTable(admin, 'exceptions', { lang: 'zh-CN' });
    expect(headings.slice(0, 6)).toEqual(['工号', '姓名', '部门', '地点', '日期', '异常']);
    expect(records.map((record) => record['异常'])).toContain('缺少签退');
  });

  it('are noted with whoever took them', async () => {
    const { items } = await admin.get<{ items: { details: object }[] }>('/audit?action=report.export');
    expect(items[0]!.details).toMatchObject({ kind: 'exceptions', format: 'csv', from: '2026-03-02' });
  });

  it.each([
    ['timesheet.csv?from=2026-03-01&to=2026-04-01', 400, 'VALIDATION_FAILED'],
    ['daily.csv?from=2026-03-02&to=2026-03-01', 400, 'VALIDATION_FAILED'],
    ['daily.csv?from=2024-03-02&to=2026-03-01', 400, 'VALIDATION_FAILED'],
    ['daily.csv?from=2026-03-02', 400, 'VALIDATION_FAILED'],
    ['daily.doc?from=2026-03-02&to=2026-03-03', 400, 'VALIDATION_FAILED'],
    ['weekly.csv?from=2026-03-02&to=2026-03-03', 400, 'VALIDATION_FAILED'],
    ['payroll.csv?from=2026-03-02&to=2026-03-03&columns=salary', 400, 'VALIDATION_FAILED'],
    ['daily.csv?from=2026-03-02&to=2026-03-03&lang=fr', 400, 'VALIDATION_FAILED'],
    [`daily.csv?from=2026-03-02&to=2026-03-03&departmentId=${NOBODY}`, 404, 'DEPARTMENT_NOT_FOUND'],
    [`daily.csv?from=2026-03-02&to=2026-03-03&siteId=${NOBODY}`, 404, 'SITE_NOT_FOUND'],
    [`daily.csv?from=2026-03-02&to=2026-03-03&personId=${NOBODY}`, 404, 'PERSON_NOT_FOUND'],
  ])('%s is refused', async (path, status, code) => {
    await admin.refused(admin.get(`/reports/${path}`, status), code);
  });
});
