import { screen, waitFor, within } from '@testing-library/react';
import { aPeriod } from '../../testing/attendance-samples.js';
import { FakeApi, page } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aUser, AT } from '../../testing/samples.js';
import { addMonths, today } from '../../ui/calendar.js';

const ADDRESS = '/attendance/months';
const locked = aPeriod({ locked: true, lockedAt: AT, lockedBy: `user:${aUser().id}`, lateEvents: 1 });
const withMonth = (period = aPeriod()) =>
  new FakeApi().on('GET', '/attendance/periods', () => page([period]));

describe('months of attendance', () => {
  it('say what stands in the way, and what locking means', async () => {
    const api = withMonth().on('POST', '/attendance/periods/:month/lock', () => ({ json: locked }));
    const { user } = await renderApp(ADDRESS, api);
    const month = await screen.findByRole('article', { name: 'March 2026' });
    expect(within(month).getByText('2 days to look at')).toBeVisible();
    expect(within(month).getByText('1 request nobody has decided')).toBeVisible();
    await user.click(within(month).getByRole('button', { name: 'Lock' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/do not change any more/)).toBeVisible();
    expect(within(dialog).queryByText(/is not over/)).not.toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Lock' }));
    await waitFor(() => expect(api.to('POST', '/attendance/periods/2026-03/lock')).toHaveLength(1));
  });

  it('warn where a month is not over', async () => {
    const { user } = await renderApp(ADDRESS, withMonth(aPeriod({ month: today().slice(0, 7) })));
    await user.click(await screen.findByRole('button', { name: 'Lock' }));
    expect(await screen.findByText(/This month is not over/)).toBeVisible();
  });

  it('that have not begun are not locked, and one day is one', async () => {
    const month = addMonths(today(), 1).slice(0, 7);
    await renderApp(ADDRESS, withMonth(aPeriod({ month, days: 1 })));
    expect(await screen.findByText('1 day')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Lock' })).not.toBeInTheDocument();
  });

  it('are unlocked with a reason', async () => {
    const api = withMonth(locked).on('POST', '/attendance/periods/:month/unlock', () => ({
      json: aPeriod(),
    }));
    const { user } = await renderApp(ADDRESS, api);
    expect(await screen.findByText(/by Ada Lindqvist/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Unlock' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('button', { name: 'Unlock' })).toBeDisabled();
    await user.type(within(dialog).getByLabelText('Reason'), 'A kiosk came late');
    await user.click(within(dialog).getByRole('button', { name: 'Unlock' }));
    await waitFor(() =>
      expect(api.to('POST', '/attendance/periods/2026-03/unlock')[0]?.body).toEqual({
        reason: 'A kiosk came late',
      }),
    );
  });

  it('are unlocked by administrators alone', async () => {
    const api = withMonth(locked).on('GET', '/auth/me', () => ({ json: aUser({ role: 'hr' }) }));
    await renderApp(ADDRESS, api);
    expect(await screen.findByText('1 day that something changed since it was locked')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Unlock' })).not.toBeInTheDocument();
  });
});
