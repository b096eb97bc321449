import { screen, waitFor, within } from '@testing-library/react';
import { page, refused, type FakeApi } from '../../../testing/fake-api.js';
import { renderApp } from '../../../testing/render-app.js';
import { aReportJob, reporting } from '../../../testing/report-samples.js';
import { aUser, idOf } from '../../../testing/samples.js';

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const result = (keptUntil: string) => ({
  fileId: idOf(651),
  url: `/api/v1/reports/files/${idOf(651)}`,
  name: 'timesheet_2026-03-01_2026-03-31.xlsx',
  bytes: 1_200_000,
  keptUntil,
});
const done = aReportJob({ state: 'completed', progress: 100, result: result(inDays(6)) });
const running = aReportJob({ id: idOf(652), progress: 40, step: 4, steps: 10 });
const withJobs = (...jobs: unknown[]) =>
  reporting()
    .on('GET', '/jobs', ({ query }) => page(query.get('kind') === 'reports.make' ? jobs : []))
    .on('GET', `/jobs/${running.id}`, () => ({ json: running }));
const as = (role: 'hr' | 'auditor', api: FakeApi) =>
  api.on('GET', '/auth/me', () => ({ json: aUser({ role }) }));
const section = () => screen.findByRole('region', { name: 'Made in the background' });

describe('reports that are made in the background', () => {
  it('are ordered as they are chosen, and appear', async () => {
    const made: unknown[] = [];
    const api = as('hr', reporting())
      .on('GET', '/jobs', () => page(made))
      .on('GET', `/jobs/${running.id}`, () => ({ json: running }))
      .on('POST', '/reports', () => {
        made.push(running);
        return { status: 202, json: { jobId: running.id } };
      });
    const { user } = await renderApp('/reports', api);
    await user.click(await screen.findByRole('button', { name: 'Make in the background' }));
    await user.click(await screen.findByRole('menuitem', { name: 'As Excel' }));
    const article = await within(await section()).findByRole('article');
    expect(article).toHaveTextContent(/^Timesheet, .*2026Running/);
    expect(article).toHaveTextContent('4 of 10');
    expect(api.to('POST', '/reports')[0]?.body).toMatchObject({
      kind: 'timesheet',
      format: 'xlsx',
      lang: 'en',
      bom: true,
    });
  });

  it('can be fetched while they are kept, and are gone afterwards', async () => {
    const old = aReportJob({ id: idOf(653), state: 'completed', result: result(inDays(-1)) });
    const failedLongAgo = aReportJob({ id: idOf(654), state: 'failed', finishedAt: inDays(-9) });
    const api = as('auditor', withJobs(done, old, failedLongAgo)).on('GET', '/reports/files/:id', () =>
      refused('REPORT_FILE_NOT_FOUND', 404),
    );
    const { user } = await renderApp('/reports', api);
    const articles = await within(await section()).findAllByRole('article');
    expect(articles).toHaveLength(1);
    expect(articles[0]).toHaveTextContent(/Excel · 1\.2 MB · ordered .* · kept until/);
    await user.click(screen.getByRole('button', { name: 'Download' }));
    expect(await screen.findByText('This report is no longer kept. Make it again.')).toBeVisible();
    expect(api.to('GET', `/reports/files/${idOf(651)}`)).toHaveLength(1);
  });

  it('are three at first, so that they do not push the preview away', async () => {
    const many = [1, 2, 3, 4].map((i) => aReportJob({ ...done, id: idOf(670 + i) }));
    const { user } = await renderApp('/reports', withJobs(...many));
    expect(await within(await section()).findAllByRole('article')).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Show all 4' }));
    expect(within(await section()).getAllByRole('article')).toHaveLength(4);
  });

  it('are stopped after a question', async () => {
    const cancel = `/jobs/${running.id}/cancel`;
    const api = as('hr', withJobs(running)).on('POST', cancel, () => ({
      json: { ...running, cancelRequested: true },
    }));
    const { user } = await renderApp('/reports', api);
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Nothing of the report is kept.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Cancel the work' }));
    await waitFor(() => expect(api.to('POST', cancel)).toHaveLength(1));
  });

  it('say why they failed', async () => {
    const error = { code: 'DEPARTMENT_NOT_FOUND', detail: 'There is no such department.' };
    await renderApp('/reports', withJobs(aReportJob({ state: 'failed', finishedAt: inDays(0), error })));
    expect(await within(await section()).findByRole('alert')).toHaveTextContent('no longer exists');
  });

  it('are only looked at by auditors', async () => {
    await renderApp('/reports', as('auditor', withJobs(running)));
    expect(within(await section()).queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Make in the background' })).not.toBeInTheDocument();
  });
});
