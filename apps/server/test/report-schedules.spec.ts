import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, Page, ReportSchedule, ReportSchedulePage } from '@rollcall/contracts';
import { JobPace } from '../src/platform/jobs/job-pace.js';
import { DueSchedules } from '../src/reports/schedules/due-schedules.js';
import { NOBODY } from './support/builders.js';
import type { Client } from './support/client.js';
import { finishedJob } from './support/finished-job.js';
import { attachmentIn, MailServer } from './support/mail-server.js';
import { aReportStage, type ReportStage } from './support/report-stage.js';
import { reportPath } from './support/report-tables.js';
import { Rollcall } from './support/rollcall.js';
import { QuickJobPace } from './support/scripted-jobs.js';

const WEEKLY = {
  kind: 'daily',
  format: 'csv',
  every: 'week',
  weekday: 1,
  hour: 6,
  recipients: ['boss@example.org', 'pay@example.org'],
};

describe('reports by mail', () => {
  let mail: MailServer;
  let rollcall: Rollcall;
  let admin: Client;
  let hr: Client;
  let stage: ReportStage;
  beforeAll(async () => {
    mail = await MailServer.open();
    const settings = { SMTP_URL: mail.url, MAIL_FROM: 'Rollcall <rollcall@example.org>' };
    rollcall = await Rollcall.start(settings, { doubles: [[JobPace, new QuickJobPace()]] });
    admin = await rollcall.script('admin');
    hr = await rollcall.script('hr');
    rollcall.clock.set('2026-03-08T12:00:00Z');
    stage = await aReportStage(rollcall, admin);
  });
  afterAll(async () => {
    await rollcall.stop();
    await mail.close();
  });

  const schedule = (fields: object = {}) =>
    hr.post<ReportSchedule>('/report-schedules', { ...WEEKLY, ...fields }, 201);
  const listed = () => hr.get<ReportSchedulePage>('/report-schedules');
  const look = () => rollcall.app.get(DueSchedules).look();
  const jobs = async () => (await hr.get<Page<Job>>('/jobs?kind=reports.mail&limit=500')).items;
  const newest = async () => finishedJob(hr, (await jobs())[0]!.id);

  it('come once when they are due, with the days of the week before, and then a week later', async () => {
    const made = await schedule({ departmentId: stage.first.id });
    expect(made).toMatchObject({
      ...WEEKLY,
      dayOfMonth: null,
      lang: 'en',
      nextAt: '2026-03-09T05:00:00.000Z',
    });
    await look();
    expect(await jobs()).toEqual([]);
    rollcall.clock.set('2026-03-09T05:00:30Z');
    await Promise.all([look(), look(), look()]);
    expect(await jobs()).toHaveLength(1);
    expect((await newest()).state).toBe('completed');
    const [received] = mail.received;
    expect(mail.received).toHaveLength(1);
    expect(received!.to).toEqual(WEEKLY.recipients);
    expect(received!.raw).toMatch(/^From: Rollcall <rollcall@example.org>/m);
    const { name, bytes } = attachmentIn(received!);
    expect(name).toBe('daily_2026-03-02_2026-03-08.csv');
    const streamed = await hr.picture(reportPath('daily.csv', { departmentId: stage.first.id, bom: 'true' }));
    expect(bytes.toString()).toBe(streamed.bytes.toString());
    const { items, mailIsSetUp } = await listed();
    expect(mailIsSetUp).toBe(true);
    expect(items[0]).toMatchObject({
      lastFailure: null,
      nextAt: '2026-03-16T05:00:00.000Z',
      lastSentAt: '2026-03-09T05:00:30.000Z',
    });
    await hr.delete(`/report-schedules/${made.id}`, 204);
  });

  it('are tried again where the mail server takes nothing, and name nobody while they wait', async () => {
    const made = await schedule({
      every: 'month',
      weekday: null,
      dayOfMonth: 31,
      format: 'xlsx',
      kind: 'timesheet',
    });
    expect(made.nextAt).toBe('2026-03-31T04:00:00.000Z');
    mail.refuses = true;
    rollcall.clock.set('2026-04-01T12:00:00Z');
    await look();
    const [job] = await jobs();
    const waiting = await untilTried(job!.id);
    expect(waiting.error).toEqual({
      code: 'MAIL_NOT_SENT',
      detail: 'The mail server at SMTP_URL did not take the mail (EENVELOPE, 550).',
    });
    expect((await listed()).items[0]).toMatchObject({ lastSentAt: null, lastFailure: waiting.error });
    mail.refuses = false;
    expect((await newest()).state).toBe('completed');
    expect((await listed()).items[0]?.lastFailure).toBeNull();
    expect(mail.received).toHaveLength(2);
    expect(attachmentIn(mail.received[1]!).name).toBe('timesheet_2026-02-01_2026-02-28.xlsx');
    await hr.delete(`/report-schedules/${made.id}`, 204);
  });

  async function untilTried(id: string): Promise<Job> {
    for (let i = 0; i < 200; i++) {
      const job = await hr.get<Job>(`/jobs/${id}`);
      if (job.error) return job;
      await sleep(25);
    }
    throw new Error('The job was not tried.');
  }

  it.each([
    [{ weekday: null }, 400, 'VALIDATION_FAILED'],
    [{ every: 'month' }, 400, 'VALIDATION_FAILED'],
    [{ hour: 24 }, 400, 'VALIDATION_FAILED'],
    [{ recipients: [] }, 400, 'VALIDATION_FAILED'],
    [{ recipients: ['nobody'] }, 400, 'VALIDATION_FAILED'],
    [{ siteId: NOBODY }, 422, 'SITE_NOT_FOUND'],
    [{ departmentId: NOBODY }, 422, 'DEPARTMENT_NOT_FOUND'],
  ])('%j is refused', async (fields, status, code) => {
    await hr.refused(hr.post('/report-schedules', { ...WEEKLY, ...fields }, status), code);
  });

  it('cannot be ended twice, and need a mail server', async () => {
    await hr.refused(hr.delete(`/report-schedules/${NOBODY}`, 404), 'REPORT_SCHEDULE_NOT_FOUND');
    const without = await Rollcall.start();
    const script = await without.script('hr');
    const refusal = await script.refused(script.post('/report-schedules', WEEKLY, 422), 'MAIL_NOT_SET_UP');
    expect(refusal.detail).toContain('SMTP_URL');
    expect(await script.get('/report-schedules')).toMatchObject({ items: [], mailIsSetUp: false });
    await without.stop();
  });
});
