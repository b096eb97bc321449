import { screen, waitFor, within } from '@testing-library/react';
import { FakeApi, page, refused } from '../../testing/fake-api.js';
import { aJob } from '../../testing/oversight-samples.js';
import { renderApp } from '../../testing/render-app.js';
import { aReportJob } from '../../testing/report-samples.js';
import { aUser, idOf } from '../../testing/samples.js';

const failed = aJob({
  id: idOf(601),
  kind: 'models.prepare',
  state: 'failed',
  attempts: 5,
  error: { code: 'JOB_STALLED', detail: 'Lost its server.' },
});
const running = aJob({ step: 521, steps: 1240 });

const jobs = (...items: unknown[]) =>
  new FakeApi()
    .on('GET', '/jobs', () => page(items))
    .on('GET', `/jobs/${running.id}`, () => ({ json: running }));

describe('background work', () => {
  it('says that there is none', async () => {
    await renderApp('/jobs', jobs());
    expect(await screen.findByText('Nothing in the background')).toBeVisible();
  });

  it('says when it cannot be loaded', async () => {
    await renderApp(
      '/jobs',
      new FakeApi().on('GET', '/jobs', () => refused('INTERNAL', 500)),
    );
    expect(await screen.findByText(/The server ran into an error/)).toBeVisible();
  });

  it('puts what failed first, with the reason in words, and tries it again', async () => {
    const retry = `/jobs/${failed.id}/retry`;
    const api = jobs(running, failed).on('POST', retry, () => ({ json: { ...failed, state: 'waiting' } }));
    const { user } = await renderApp('/jobs', api);
    const [first, second] = await screen.findAllByRole('article');
    expect(first).toHaveAccessibleName('Preparing a model pack');
    expect(within(first as HTMLElement).getByRole('alert')).toHaveTextContent(
      /The server that ran this was lost/,
    );
    expect(document.body).not.toHaveTextContent('JOB_STALLED');
    expect(second).toHaveTextContent('521 of 1,240');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(api.to('POST', retry)).toHaveLength(1));
  });

  it('tells imports apart by their lists', async () => {
    const lists = [
      aJob({ id: idOf(610), state: 'completed', about: { file: 'berlin.csv', rows: 1182 } }),
      aJob({ id: idOf(611), state: 'completed', about: { file: 'wuhan.csv', rows: 1 } }),
    ];
    await renderApp('/jobs', jobs(...lists));
    expect(await screen.findByText('berlin.csv, 1,182 people')).toBeVisible();
    expect(screen.getByText('wuhan.csv, 1 person')).toBeVisible();
  });

  it('tells reports apart by their files', async () => {
    await renderApp('/jobs', jobs(aReportJob({ state: 'completed' })));
    expect(await screen.findByText('timesheet_2026-03-01_2026-03-31.xlsx')).toBeVisible();
  });

  it('is cancelled only after a question that says what stays', async () => {
    const cancel = `/jobs/${running.id}/cancel`;
    const api = jobs(running).on('POST', cancel, () => ({ json: { ...running, cancelRequested: true } }));
    const { user } = await renderApp('/jobs', api);
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText(/taken already stay/)).toBeVisible();
    expect(api.to('POST', cancel)).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Cancel the work' }));
    expect(await screen.findByRole('button', { name: 'Stopping …' })).toBeDisabled();
  });

  it('is out of sight for hr', async () => {
    const api = jobs(running).on('GET', '/auth/me', () => ({ json: aUser({ role: 'hr' }) }));
    await renderApp('/jobs', api);
    expect(await screen.findByText('Not for your role')).toBeVisible();
  });
});
