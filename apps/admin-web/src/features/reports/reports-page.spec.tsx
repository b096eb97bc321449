import { fireEvent, screen, waitFor } from '@testing-library/react';
import { renderApp } from '../../testing/render-app.js';
import { reporting } from '../../testing/report-samples.js';
import { aUser, idOf } from '../../testing/samples.js';

describe('reports', () => {
  it('are looked at before they are saved', async () => {
    await renderApp('/reports', reporting());
    expect(await screen.findByRole('cell', { name: '7:40' })).toBeVisible();
    expect(screen.getByRole('cell', { name: '7.67' })).toBeVisible();
    expect(screen.getByText('These are the first rows; the file has all of them.')).toBeVisible();
    expect(await screen.findByRole('img', { name: /75% on average/ })).toBeVisible();
    expect(screen.getByText('7h 40m, 1h overtime')).toBeVisible();
  });

  it('are asked for by kind, period and program', async () => {
    const { user, api } = await renderApp('/reports', reporting());
    await user.click(await screen.findByRole('combobox', { name: 'Report' }));
    await user.click(await screen.findByRole('option', { name: 'Payroll' }));
    await user.click(screen.getByRole('combobox', { name: 'For the program' }));
    await user.click(await screen.findByRole('option', { name: 'DATEV' }));
    await user.click(screen.getByRole('combobox', { name: 'Department' }));
    await user.click(await screen.findByRole('option', { name: 'Workshop' }));
    await waitFor(() => {
      const asked = api.to('GET', '/reports/preview/payroll').at(-1)?.query;
      expect([asked?.get('preset'), asked?.get('departmentId'), asked?.get('lang')]).toEqual([
        'datev',
        idOf(20),
        'en',
      ]);
    });
  });

  it('of more days than a timesheet has say so, and take its last full month', async () => {
    const { user, api } = await renderApp('/reports', reporting());
    const [from, to] = [await screen.findByLabelText('First day'), screen.getByLabelText('Last day')];
    fireEvent.change(from, { target: { value: '2026-01-01' } });
    fireEvent.change(to, { target: { value: '2026-11-20' } });
    expect(await screen.findByText('Too long for a timesheet')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'PDF' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Take October 2026' }));
    await waitFor(() => {
      const asked = api.to('GET', '/reports/preview/timesheet').at(-1)?.query;
      expect([asked?.get('from'), asked?.get('to')]).toEqual(['2026-10-01', '2026-10-31']);
    });
    expect(api.to('GET', '/reports/preview/timesheet').map(({ query }) => query.get('to'))).not.toContain(
      '2026-11-20',
    );
  });

  it('are not for those who enrol', async () => {
    const api = reporting().on('GET', '/auth/me', () => ({ json: aUser({ role: 'enroller' }) }));
    await renderApp('/reports', api);
    expect(await screen.findByText('Not for your role')).toBeVisible();
  });
});
