import type { AttendanceDay, ReportPreview } from '@rollcall/contracts';
import type { Client } from './support/client.js';
import { aReportingServer, daysOf, WEEK, type ReportStage } from './support/report-stage.js';
import { csvTable, reportPath } from './support/report-tables.js';
import type { Rollcall } from './support/rollcall.js';

describe('payroll reports', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let stage: ReportStage;
  let days: AttendanceDay[];
  beforeAll(async () => {
    ({ rollcall, admin, stage } = await aReportingServer());
    days = await daysOf(admin, stage.first.id);
  });
  afterAll(() => rollcall.stop());

  const workedBy = (personId: string) =>
    days.filter((day) => day.personId === personId).reduce((sum, day) => sum + day.workedMinutes, 0);

  it('show the columns that are asked for, in their order', async () => {
    const columns = 'personId,employeeNo,workedMinutes,workedHours,locked';
    const { headings, records } = await csvTable(admin, 'payroll', { columns, departmentId: stage.first.id });
    expect(headings).toEqual(['Person ID', 'Employee no.', 'Worked', 'Worked hours', 'Locked']);
    expect(records).toEqual(
      [stage.zoe, stage.formula].map(({ person }) => ({
        'Person ID': person.id,
        'Employee no.': person.employeeNo,
        Worked: `${workedBy(person.id)}`,
        'Worked hours': (workedBy(person.id) / 60).toFixed(2),
        Locked: 'No',
      })),
    );
  });

  it('have a row for each day with the date', async () => {
    const { records } = await csvTable(admin, 'payroll', {
      columns: 'employeeNo,date,workedMinutes',
      departmentId: stage.first.id,
    });
    const worked = days.map(({ date, workedMinutes }) => `${date} ${workedMinutes}`);
    expect(records.map((record) => `${record['Date']} ${record['Worked']}`).sort()).toEqual(worked.sort());
  });

  it.each([
    [
      'generic',
      'Employee no.,Name,Department,From,To,Worked hours,Regular hours,Overtime hours,Overtime hours waiting,' +
        'Leave hours,Days present,Days absent,Days of leave\r\n',
    ],
    ['datev', 'Personalnummer;Name;Datum;Normalstunden;Überstunden;Abwesenheitsstunden\r\n'],
    ['adp', 'Co Code,Batch ID,File #,Reg Hours,O/T Hours,Hours 3 Code,Hours 3 Amount\r\n'],
    ['quickbooks-time', 'Payroll ID,Employee,Date,Regular,Overtime,Time Off\r\n'],
  ])('have the shape of %s', async (preset, head) => {
    const { text } = await admin.answer('GET', reportPath('payroll.csv', { preset }));
    expect(text.startsWith(head)).toBe(true);
  });

  it('write numbers and dates as a German import reads them', async () => {
    const query = { preset: 'datev', personId: stage.zoe.person.id };
    const { text } = await admin.answer('GET', reportPath('payroll.csv', query));
    const monday = days.find(({ date, personId }) => date === WEEK.from && personId === stage.zoe.person.id)!;
    expect(text).toContain(
      `;02.03.2026;${(monday.workedMinutes / 60).toFixed(2).replace('.', ',')};0,00;0,00\r\n`,
    );
  });

  it('can be looked at before', async () => {
    const preview = await admin.get<ReportPreview>(
      reportPath('preview/payroll', { columns: 'employeeNo,workedMinutes', departmentId: stage.first.id }),
    );
    expect(preview).toEqual({
      title: 'Payroll',
      notes: ['2 March 2026 to 8 March 2026', `Department: ${stage.first.name}`],
      columns: [
        { key: 'employeeNo', title: 'Employee no.', kind: 'text' },
        { key: 'workedMinutes', title: 'Worked', kind: 'integer' },
      ],
      rows: [stage.zoe, stage.formula].map(({ person }) => [person.employeeNo, workedBy(person.id)]),
      more: false,
    });
    const long = await admin.get<ReportPreview>(
      reportPath('preview/daily', { from: '2026-02-01', to: '2026-04-14' }),
    );
    expect(long.rows).toHaveLength(50);
    expect(long.more).toBe(true);
  });
});
