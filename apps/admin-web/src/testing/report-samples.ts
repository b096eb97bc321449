import type { Job, ReportCharts, ReportPreview, ReportSchedule } from '@rollcall/contracts';
import { FakeApi, page, type FakeReply } from './fake-api.js';
import { aJob } from './oversight-samples.js';
import { AT, idOf } from './samples.js';

export const aPreview = (change: Partial<ReportPreview> = {}): ReportPreview => ({
  title: 'Timesheet',
  notes: ['1 Mar 2026 to 31 Mar 2026'],
  columns: [
    { key: 'name', title: 'Name', kind: 'text' },
    { key: '2026-03-02', title: '2', kind: 'day' },
    { key: 'worked', title: 'Hours', kind: 'hours' },
  ],
  rows: [['Mina Okafor', 460, 7.67]],
  more: true,
  ...change,
});

export const someCharts = (change: Partial<ReportCharts> = {}): ReportCharts => ({
  attendance: [{ date: '2026-03-02', expected: 4, present: 3, rate: 0.75 }],
  lateness: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, days: 4, late: 1, lateMinutes: 20 })),
  hours: [{ departmentId: idOf(20), department: 'Workshop', workedMinutes: 460, overtimeMinutes: 60 }],
  ...change,
});

/** A report that a job is making. */
export const aReportJob = (change: Partial<Job> = {}): Job =>
  aJob({
    id: idOf(650),
    kind: 'reports.make',
    about: {
      file: 'timesheet_2026-03-01_2026-03-31.xlsx',
      report: { kind: 'timesheet', format: 'xlsx', from: '2026-03-01', to: '2026-03-31' },
    },
    ...change,
  });

export const aSchedule = (change: Partial<ReportSchedule> = {}): ReportSchedule => ({
  id: idOf(660),
  kind: 'timesheet',
  format: 'xlsx',
  every: 'week',
  weekday: 1,
  dayOfMonth: null,
  hour: 7,
  siteId: null,
  departmentId: null,
  recipients: ['boss@example.org', 'pay@example.org'],
  lang: 'en',
  paper: 'a4',
  preset: null,
  createdAt: AT,
  nextAt: '2026-03-09T06:00:00.000Z',
  lastSentAt: '2026-03-02T06:00:30.000Z',
  lastFailure: null,
  ...change,
});

export const schedules = (items: ReportSchedule[], mailIsSetUp = true): FakeReply => ({
  json: { items, nextCursor: null, mailIsSetUp },
});

/** A server with something to report. */
export const reporting = () =>
  new FakeApi()
    .on('GET', '/reports/preview/:kind', () => ({ json: aPreview() }))
    .on('GET', '/reports/charts', () => ({ json: someCharts() }))
    .on('GET', '/jobs', () => page([]))
    .on('GET', '/report-schedules', () => schedules([]));
