import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { datesBetween } from '../../ui/calendar.js';
import { anAssignment, aRosterRow, aShift } from '../../testing/attendance-samples.js';
import { FakeApi, page } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aUser, idOf } from '../../testing/samples.js';

const WEEK = '/attendance/roster?view=week&at=2026-03-02';
const late = aShift({ id: idOf(901), name: 'Late' });
const withRoster = () =>
  new FakeApi()
    .on('GET', '/shifts', () => page([aShift(), late]))
    .on('GET', '/attendance/roster', ({ query }) =>
      page([aRosterRow(datesBetween(query.get('from') ?? '', query.get('to') ?? ''))]),
    )
    .on('POST', '/shift-assignments', () => ({ status: 201, json: anAssignment() }));
const cells = () => screen.findAllByRole('gridcell');

describe('the roster', () => {
  it('says who works what, and who says so', async () => {
    await renderApp(WEEK, withRoster());
    const works = await screen.findAllByRole('gridcell', {
      name: /Mina Okafor, .*: Day, assigned to the person/,
    });
    expect(works).toHaveLength(5);
    expect(screen.getAllByRole('gridcell', { name: /: Day off/ })).toHaveLength(2);
  });

  it('is made by keyboard: days are chosen, then a shift', async () => {
    const { user, api } = await renderApp(WEEK, withRoster());
    const [monday] = await cells();
    monday?.focus();
    await user.keyboard('{ArrowRight} {Shift>}{ArrowRight}{/Shift}');
    expect(await screen.findByText('2 days of 1 person chosen')).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: 'Shift for the chosen days' }));
    await user.click(await screen.findByRole('option', { name: 'Late' }));
    expect(await screen.findByText('Assigned.')).toBeVisible();
    expect(api.to('POST', '/shift-assignments').map(({ body }) => body)).toEqual([
      {
        personId: idOf(100),
        shiftId: idOf(901),
        from: '2026-03-03',
        to: '2026-03-04',
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        rotation: null,
      },
    ]);
  });

  const dragOntoMonday = async (what: string) => {
    const [monday] = await cells();
    const carried = new Map<string, string>();
    const dataTransfer = {
      setData: (type: string, data: string) => carried.set(type, data),
      getData: (type: string) => carried.get(type) ?? '',
      get types() {
        return [...carried.keys()];
      },
    };
    const palette = await screen.findByRole('list', { name: 'Shifts to drag onto days' });
    fireEvent.dragStart(within(palette).getByText(what), { dataTransfer });
    fireEvent.dragOver(monday!, { dataTransfer });
    fireEvent.drop(monday!, { dataTransfer });
  };

  it('is made by mouse: a shift is dragged onto a day, in the place of what was said of that day', async () => {
    const api = withRoster()
      .on('GET', '/shift-assignments', () => page([anAssignment({ from: '2026-03-02', to: '2026-03-02' })]))
      .on('DELETE', '/shift-assignments/:id', () => ({ status: 204 }));
    await renderApp(WEEK, api);
    await dragOntoMonday('Day off');
    await waitFor(() => expect(api.to('POST', '/shift-assignments')).toHaveLength(1));
    expect(api.to('DELETE', `/shift-assignments/${idOf(930)}`)).toHaveLength(1);
    expect(api.to('POST', '/shift-assignments')[0]?.body).toMatchObject({
      from: '2026-03-02',
      to: '2026-03-02',
      rotation: { unit: 'day', shiftIds: [null] },
    });
  });

  it('leaves what goes on from that day as it is', async () => {
    const api = withRoster()
      .on('GET', '/shift-assignments', () => page([anAssignment({ from: '2026-03-02', to: null })]))
      .on('DELETE', '/shift-assignments/:id', () => ({ status: 204 }));
    await renderApp(WEEK, api);
    await dragOntoMonday('Late');
    expect(await screen.findByText('Assigned.')).toBeVisible();
    expect(api.to('DELETE', `/shift-assignments/${idOf(930)}`)).toHaveLength(0);
    expect(api.to('POST', '/shift-assignments').map(({ body }) => body)).toMatchObject([
      { shiftId: idOf(901), from: '2026-03-02', to: '2026-03-02' },
    ]);
  });

  it('ends an assignment from a day on', async () => {
    const api = withRoster()
      .on('GET', '/shift-assignments', ({ query }) => page(query.get('personId') ? [anAssignment()] : []))
      .on('PATCH', '/shift-assignments/:id', () => ({ json: anAssignment({ to: '2026-03-31' }) }));
    const { user } = await renderApp(WEEK, api);
    await user.click(await screen.findByRole('button', { name: 'Mina Okafor' }));
    await user.click(await screen.findByRole('button', { name: 'End' }));
    const last = await screen.findByLabelText('Last day');
    await user.clear(last);
    await user.type(last, '2026-03-31');
    await user.click(screen.getAllByRole('button', { name: 'End' }).at(-1)!);
    await waitFor(() =>
      expect(api.to('PATCH', `/shift-assignments/${idOf(930)}`)[0]?.body).toEqual({ to: '2026-03-31' }),
    );
  });

  it('has holidays, of every site or of one', async () => {
    const api = withRoster().on('POST', '/holidays', () => ({ status: 409, json: {} }));
    const { user } = await renderApp(WEEK, api);
    await user.click((await screen.findAllByRole('button', { name: /no holiday/ }))[0]!);
    await user.type(await screen.findByLabelText('Name'), 'Feast');
    await user.click(screen.getByRole('button', { name: 'Add holiday' }));
    await waitFor(() =>
      expect(api.to('POST', '/holidays')[0]?.body).toEqual({
        date: '2026-03-02',
        name: 'Feast',
        siteId: null,
      }),
    );
  });

  it('is only read by auditors', async () => {
    const api = withRoster().on('GET', '/auth/me', () => ({ json: aUser({ role: 'auditor' }) }));
    const { user } = await renderApp(WEEK, api);
    const [monday] = await cells();
    await user.click(monday!);
    expect(monday).toHaveAttribute('aria-selected', 'false');
    expect(screen.queryByRole('button', { name: 'Assign …' })).not.toBeInTheDocument();
  });
});
