import type { ReportCharts, ReportPreview } from '@rollcall/contracts';
import { screen, waitFor } from '@testing-library/react';
import { FakeApi } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aUser, idOf } from '../../testing/samples.js';

const preview: ReportPreview = {
  title: 'Timesheet',
  notes: ['1 Mar 2026 to 31 Mar 2026'],
  columns: [
    { key: 'name', title: 'Name', kind: 'text' },
    { key: '2026-03-02', title: '2', kind: 'day' },
    { key: 'worked', title: 'Hours', kind: 'hours' },
  ],
  rows: [['Mina Okafor', 460, 7.67]],
  more: true,
};
const charts: ReportCharts = {
  attendance: [{ date: '2026-03-02', expected: 4, present: 3, rate: 0.75 }],
  lateness: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, days: 4, late: 1, lateMinutes: 20 })),
  hours: [{ departmentId: idOf(20), department: 'Workshop', workedMinutes: 460, overtimeMinutes: 60 }],
};
const reporting = () =>
  new FakeApi()
    .on('GET', '/reports/preview/:kind', () => ({ json: preview }))
    .on('GET', '/reports/charts', () => ({ json: charts }));

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
