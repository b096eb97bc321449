import { screen, waitFor } from '@testing-library/react';
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

  it('are not for those who enrol', async () => {
    const api = reporting().on('GET', '/auth/me', () => ({ json: aUser({ role: 'enroller' }) }));
    await renderApp('/reports', api);
    expect(await screen.findByText('Not for your role')).toBeVisible();
  });
});
