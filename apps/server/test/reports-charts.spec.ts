import type { AttendanceDay, ReportCharts } from '@rollcall/contracts';
import type { Client } from './support/client.js';
import { aReportingServer, daysOf, WEEK, type ReportStage } from './support/report-stage.js';
import type { Rollcall } from './support/rollcall.js';

describe('charts of attendance', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let stage: ReportStage;
  let days: AttendanceDay[];
  beforeAll(async () => {
    ({ rollcall, admin, stage } = await aReportingServer());
    days = [...(await daysOf(admin, stage.first.id)), ...(await daysOf(admin, stage.second.id))];
  });
  afterAll(() => rollcall.stop());

  const charts = (query: Record<string, string> = {}) =>
    admin.get<ReportCharts>(`/reports/charts?${new URLSearchParams({ ...WEEK, ...query }).toString()}`);

  it('count who was there of those who were expected', async () => {
    const { attendance } = await charts();
    expect(attendance.map(({ date }) => date)).toEqual([...new Set(days.map(({ date }) => date))].sort());
    // On Monday all three with a shift came; on Thursday Ming had leave, and one of the other two did not come.
    expect(attendance[0]).toEqual({ date: '2026-03-02', expected: 3, present: 3, rate: 1 });
    expect(attendance[3]).toEqual({ date: '2026-03-05', expected: 2, present: 1, rate: 0.5 });
    expect(attendance[6]).toEqual({ date: '2026-03-08', expected: 0, present: 0, rate: null });
  });

  it('count lateness by weekday and hours by department', async () => {
    const { lateness, hours } = await charts();
    expect(lateness.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const monday = days.filter(({ date }) => date === '2026-03-02');
    expect(lateness[0]).toEqual({
      weekday: 1,
      days: 3,
      late: 2,
      lateMinutes: monday.reduce((sum, day) => sum + day.lateMinutes, 0),
    });
    expect(hours.map(({ department }) => department)).toEqual([stage.first.name, stage.second.name]);
    const worked = days.reduce((sum, day) => sum + day.workedMinutes, 0);
    expect(hours.reduce((sum, each) => sum + each.workedMinutes, 0)).toBe(worked);
  });

  it('are of one department or site where that is asked for', async () => {
    const { hours } = await charts({ departmentId: stage.second.id });
    expect(hours.map(({ departmentId }) => departmentId)).toEqual([stage.second.id]);
    const { attendance } = await charts({ siteId: stage.zoe.site.id });
    expect(attendance[0]).toMatchObject({ expected: 1, present: 1 });
    await admin.refused(admin.get('/reports/charts?from=2026-03-02&to=2026-03-01', 400), 'VALIDATION_FAILED');
  });
});
