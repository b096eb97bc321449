import type { JobAccepted, ReportResult } from '@rollcall/contracts';
import { JobPace } from '../src/platform/jobs/job-pace.js';
import { ReportJob } from '../src/reports/orders/report-job.js';
import { ReportShelf } from '../src/reports/orders/report-shelf.js';
import { NOBODY } from './support/builders.js';
import type { Client } from './support/client.js';
import { finishedJob } from './support/finished-job.js';
import { aReportStage, WEEK, type ReportStage } from './support/report-stage.js';
import { reportPath } from './support/report-tables.js';
import { Rollcall } from './support/rollcall.js';
import { QuickJobPace } from './support/scripted-jobs.js';

describe('reports that are ordered', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let hr: Client;
  let stage: ReportStage;
  beforeAll(async () => {
    rollcall = await Rollcall.start({}, { doubles: [[JobPace, new QuickJobPace()]] });
    admin = await rollcall.script('admin');
    hr = await rollcall.script('hr');
    rollcall.clock.set('2026-04-15T12:00:00Z');
    stage = await aReportStage(rollcall, admin);
  });
  afterAll(() => rollcall.stop());

  const order = (fields: object = {}) => ({ kind: 'daily', format: 'csv', ...WEEK, ...fields });
  const ordered = async (fields: object = {}) => {
    const { jobId } = await hr.post<JobAccepted>('/reports', order(fields), 202);
    return { jobId, job: await finishedJob(hr, jobId) };
  };
  const fetched = ({ url }: ReportResult) => hr.picture(url.replace('/api/v1', ''));

  it('are made by a job, and are what is streamed otherwise', async () => {
    const { job } = await ordered({ departmentId: stage.first.id });
    expect(job).toMatchObject({ kind: 'reports.make', state: 'completed', progress: 100 });
    expect(job.about).toEqual({
      file: 'daily_2026-03-02_2026-03-08.csv',
      report: { kind: 'daily', format: 'csv', ...WEEK },
    });
    const result = job.result as unknown as ReportResult;
    const { bytes, type } = await fetched(result);
    const keptUntil = '2026-04-22T12:00:00.000Z';
    expect(result).toMatchObject({
      name: 'daily_2026-03-02_2026-03-08.csv',
      bytes: bytes.length,
      keptUntil,
    });
    const streamed = await hr.picture(reportPath('daily.csv', { departmentId: stage.first.id }));
    expect([type, bytes.equals(streamed.bytes)]).toEqual(['text/csv; charset=utf-8', true]);
  });

  it('rest sealed, and go after a week', async () => {
    const { job } = await ordered();
    const { fileId } = job.result as unknown as ReportResult;
    const [row] = await rollcall.sql<{ parts: string[] }>('SELECT parts FROM report_files WHERE id = $1', [
      fileId,
    ]);
    for (const { bytes } of rollcall.sealedFiles()) expect(bytes.includes(stage.zoe.person.name)).toBe(false);
    rollcall.clock.set('2026-04-22T12:00:01Z');
    await hr.refused(hr.get(`/reports/files/${fileId}`, 404), 'REPORT_FILE_NOT_FOUND');
    await rollcall.app.get(ReportShelf).sweep();
    expect(await rollcall.sql('SELECT FROM report_files WHERE id = $1', [fileId])).toEqual([]);
    const due = 'SELECT FROM blobs WHERE id = ANY($1) AND delete_after <= $2';
    expect(await rollcall.sql(due, [row!.parts, rollcall.clock.now()])).toHaveLength(row!.parts.length);
    rollcall.clock.set('2026-04-15T12:00:00Z');
  });

  it('are not made twice, where a server crashed before the job was done', async () => {
    const { jobId, job } = await ordered({ kind: 'lateness' });
    const context = {
      jobId,
      actor: 'user:test',
      attempt: 2,
      signal: new AbortController().signal,
      progress: () => {},
    };
    expect(await rollcall.app.get(ReportJob).run(order({ kind: 'lateness' }) as never, context)).toEqual(
      job.result,
    );
  });

  it('keep nothing where they are stopped', async () => {
    const stop = new AbortController();
    const before = await rollcall.sql('SELECT FROM blobs');
    const context = { jobId: NOBODY, actor: 'user:test', attempt: 1, signal: stop.signal };
    const progress = () => stop.abort(new Error('Cancelled.'));
    const wish = order({ lang: 'en', paper: 'a4', bom: false }) as never;
    await expect(rollcall.app.get(ReportJob).run(wish, { ...context, progress })).rejects.toThrow();
    expect(await rollcall.sql('SELECT FROM blobs')).toHaveLength(before.length);
    expect(await rollcall.sql('SELECT FROM report_files WHERE job_id = $1', [NOBODY])).toEqual([]);
  });

  it.each([
    [{ from: '2026-03-01', to: '2026-05-01', kind: 'timesheet' }, 400, 'VALIDATION_FAILED'],
    [{ format: 'doc' }, 400, 'VALIDATION_FAILED'],
    [{ departmentId: NOBODY }, 404, 'DEPARTMENT_NOT_FOUND'],
    [{ siteId: NOBODY }, 404, 'SITE_NOT_FOUND'],
    [{ personId: NOBODY }, 404, 'PERSON_NOT_FOUND'],
  ])('%j is refused at once', async (fields, status, code) => {
    await hr.refused(hr.post('/reports', order(fields), status), code);
  });

  it('are none of the enrollers’ business, and other jobs none of hr’s', async () => {
    const enroller = await rollcall.script('enroller');
    const { jobId } = await ordered();
    await enroller.refused(enroller.get(`/jobs/${jobId}`, 404), 'JOB_NOT_FOUND');
    const { items } = await hr.get<{ items: { kind: string }[] }>('/jobs?limit=500');
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['reports.make']));
  });
});
