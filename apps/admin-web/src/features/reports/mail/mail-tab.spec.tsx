import { screen, waitFor, within } from '@testing-library/react';
import { refused, type FakeApi } from '../../../testing/fake-api.js';
import { renderApp } from '../../../testing/render-app.js';
import { aSchedule, reporting, schedules } from '../../../testing/report-samples.js';
import { aUser, idOf } from '../../../testing/samples.js';

const MAIL = '/reports?tab=mail';
const withSchedules = (...items: Parameters<typeof schedules>[0]) =>
  reporting().on('GET', '/report-schedules', () => schedules(items));
const as = (role: 'hr' | 'auditor', api: FakeApi) =>
  api.on('GET', '/auth/me', () => ({ json: aUser({ role }) }));
const add = () => screen.findByRole('button', { name: 'Schedule a report' });
const form = () => screen.findByRole('dialog', { name: 'Schedule a report by mail' });

describe('reports by mail', () => {
  it('are told in sentences, on the clock that they go by', async () => {
    await renderApp(MAIL, withSchedules(aSchedule({ departmentId: idOf(20) })));
    const schedule = await screen.findByRole('article', {
      name: /^Every Monday at 0?7:00.*, Europe\/Berlin$/,
    });
    expect(schedule).toHaveTextContent('Timesheet of the week before as Excel, to 2 recipients');
    expect(schedule).toHaveTextContent('Department: Workshop · English');
    expect(schedule).toHaveTextContent('boss@example.org, pay@example.org');
    expect(schedule).toHaveTextContent(/Last sent .*7:00.* · next .*7:00/);
  });

  it.each([
    ['2026-03-02T06:05:00.000Z', /not take the mail.*It is tried again/],
    [null, /not take the mail.*It is not tried again by itself/],
  ])('say that the last one did not come (tried again: %s)', async (nextAttemptAt, sentence) => {
    const at = '2026-03-02T06:00:00.000Z';
    const lastFailure = { code: 'MAIL_NOT_SENT', detail: 'ECONNREFUSED', at, nextAttemptAt };
    await renderApp(MAIL, withSchedules(aSchedule({ lastSentAt: null, lastFailure })));
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
    expect(screen.getByText(/^Not sent yet · next/)).toBeVisible();
  });

  it('are scheduled with a form that says what it will do', async () => {
    const api = as('hr', reporting()).on('POST', '/report-schedules', () => ({
      status: 201,
      json: aSchedule(),
    }));
    const { user } = await renderApp('/reports', api);
    await user.click(await screen.findByRole('tab', { name: 'By mail' }));
    expect(await screen.findByText('No report is mailed yet')).toBeVisible();
    await user.click(await add());
    const dialog = within(await form());
    await user.click(dialog.getByText('Every week'));
    await user.type(
      dialog.getByRole('combobox', { name: 'Recipients' }),
      'boss@example.org,pay@example.org,',
    );
    expect(dialog.getByRole('status')).toHaveTextContent(
      /^Every Monday at 0?7:00.*, Europe\/BerlinTimesheet of the week before as Excel, to 2 recipients$/,
    );
    await user.click(dialog.getByRole('button', { name: 'Schedule' }));
    expect(await screen.findByText(/^Scheduled\. The first mail comes/)).toBeVisible();
    expect(api.to('POST', '/report-schedules')[0]?.body).toEqual({
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
      paper: 'letter',
      preset: null,
    });
  });

  it('are not scheduled to nobody, nor to what is no address', async () => {
    const { user, api } = await renderApp(MAIL, reporting());
    await user.click(await add());
    const dialog = within(await form());
    await user.click(dialog.getByRole('button', { name: 'Schedule' }));
    expect(await dialog.findByText('Please fill this in.')).toBeVisible();
    await user.type(dialog.getByRole('combobox', { name: 'Recipients' }), 'boss@example.org,pay,');
    await user.click(dialog.getByRole('button', { name: 'Schedule' }));
    expect(await dialog.findByText('“pay” is not a complete email address.')).toBeVisible();
    expect(api.to('POST', '/report-schedules')).toHaveLength(0);
  });

  it('say why the server refuses one', async () => {
    const api = reporting().on('POST', '/report-schedules', () => refused('DEPARTMENT_NOT_FOUND'));
    const { user } = await renderApp(MAIL, api);
    await user.click(await add());
    const dialog = within(await form());
    await user.type(dialog.getByRole('combobox', { name: 'Recipients' }), 'boss@example.org,');
    await user.click(dialog.getByRole('button', { name: 'Schedule' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('This department no longer exists.');
  });

  it('end after a question', async () => {
    const path = `/report-schedules/${idOf(660)}`;
    const api = as('hr', withSchedules(aSchedule())).on('DELETE', path, () => ({ status: 204 }));
    const { user } = await renderApp(MAIL, api);
    await user.click(await screen.findByRole('button', { name: /^Delete: Every Monday/ }));
    await user.click(await screen.findByRole('button', { name: 'End it' }));
    await waitFor(() => expect(api.to('DELETE', path)).toHaveLength(1));
  });

  it('need a mail server, and say what is to be set', async () => {
    const api = reporting().on('GET', '/report-schedules', () => schedules([], false));
    await renderApp(MAIL, api);
    expect(await screen.findByText(/sets SMTP_URL and MAIL_FROM/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Schedule a report' })).not.toBeInTheDocument();
  });

  it('are only read by auditors', async () => {
    await renderApp(MAIL, as('auditor', withSchedules(aSchedule())));
    expect(within(await screen.findByRole('article')).queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Schedule a report' })).not.toBeInTheDocument();
  });
});
