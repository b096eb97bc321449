import { screen, waitFor, within } from '@testing-library/react';
import { anAccount, aShift } from '../../testing/attendance-samples.js';
import { FakeApi, page, refused } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aUser, idOf } from '../../testing/samples.js';

const trying = () => new FakeApi().on('POST', '/shifts/try', () => ({ json: anAccount() }));
const address = `/attendance/shifts/${idOf(900)}`;

describe('the editor of shifts', () => {
  it('says while somebody types what such a day would be', async () => {
    const { user, api } = await renderApp('/attendance/shifts/new', trying());
    expect(await screen.findByText(/Late by 20m/)).toBeVisible();
    expect(screen.getByText('Planned: New shift,', { exact: false })).toBeVisible();
    const grace = screen.getByLabelText('Late is forgiven up to');
    await user.clear(grace);
    await user.type(grace, '25');
    await waitFor(() =>
      expect(api.to('POST', '/shifts/try').at(-1)?.body).toMatchObject({
        start: '09:00',
        graceInMinutes: 25,
        punches: [{ minute: 543 }, { minute: 1088 }],
      }),
    );
  });

  it('moves punches with the arrow keys', async () => {
    const { user, api } = await renderApp('/attendance/shifts/new', trying());
    const came = await screen.findByRole('slider', { name: 'IN' });
    came.focus();
    await user.keyboard('{ArrowRight}{ArrowUp}');
    expect(screen.getByLabelText('Punch 1')).toHaveValue('09:09');
    await waitFor(() =>
      expect(api.to('POST', '/shifts/try').at(-1)?.body).toMatchObject({
        punches: [{ minute: 549 }, { minute: 1088 }],
      }),
    );
  });

  it('asks from which day on a change holds', async () => {
    const api = trying().on('PATCH', '/shifts/:id', () => ({ json: aShift() }));
    const { user } = await renderApp(address, api);
    expect(await screen.findByText('Days before it stay as they are.')).toBeVisible();
    const from = screen.getByLabelText('Changes hold from');
    await user.clear(from);
    await user.type(from, '2026-04-01');
    const half = screen.getByLabelText('Less makes half a day');
    await user.clear(half);
    await user.type(half, '200');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(api.to('PATCH', `/shifts/${idOf(900)}`)).toHaveLength(1));
    expect(api.to('PATCH', `/shifts/${idOf(900)}`)[0]?.body).toMatchObject({
      halfDayMinutes: 200,
      validFrom: '2026-04-01',
    });
  });

  it('of a mere name asks for no day, and says where it is taken', async () => {
    const api = trying().on('PATCH', '/shifts/:id', () => refused('SHIFT_NAME_TAKEN', 409));
    const { user } = await renderApp(address, api);
    const name = await screen.findByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'Late');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(name).toBeInvalid());
    expect(api.to('PATCH', `/shifts/${idOf(900)}`)[0]?.body).toEqual({ name: 'Late' });
  });

  it('says in the reader’s language which fields do not fit each other', async () => {
    const errors = [
      { path: 'breakMinutes', message: 'from the server' },
      { path: 'somethingNew', message: 'Only the server knows.' },
    ];
    const refusal = () => refused('SHIFT_HOURS', 422, { errors });
    const api = new FakeApi().on('POST', '/shifts', refusal).on('POST', '/shifts/try', refusal);
    const { user } = await renderApp('/attendance/shifts/new', api);
    expect(await screen.findByText('The break is as long as the shift: make it shorter.')).toBeVisible();
    expect(screen.getByText('Only the server knows.')).toBeVisible();

    await user.type(screen.getByLabelText('Name'), 'Night');
    await user.click(screen.getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Break' })).toBeInvalid());
  });

  it('says what becomes of minutes that are no overtime, and of pauses between the first IN and the last OUT', async () => {
    const { user } = await renderApp('/attendance/shifts/new', trying());
    expect(await screen.findByText(/left over by rounding down, are no overtime/)).toBeVisible();
    expect(screen.getByText(/between them is no break/)).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: 'What is taken off' }));
    await user.click(await screen.findByRole('option', { name: 'Only what is punched' }));
    expect(await screen.findByText(/between them is a break/)).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: 'What counts as presence' }));
    await user.click(await screen.findByRole('option', { name: 'From each IN to its OUT' }));
    await waitFor(() => expect(screen.queryByText(/between them is/)).not.toBeInTheDocument());
  });

  it('is not for auditors: they read', async () => {
    const api = trying().on('GET', '/auth/me', () => ({ json: aUser({ role: 'auditor' }) }));
    api.on('GET', '/shifts', () => page([aShift({ breakRule: 'punched' })]));
    await renderApp(address, api);
    expect(await screen.findByText(/less the pauses that were punched between them/)).toBeVisible();
    expect(await screen.findByText('09:00 AM to 06:00 PM', { exact: false })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
  });
});

describe('the list of shifts', () => {
  it('says what to do where there is none', async () => {
    await renderApp(
      '/attendance/shifts',
      new FakeApi().on('GET', '/shifts', () => page([])),
    );
    expect(await screen.findByText('No shift yet')).toBeVisible();
  });

  it('says in words why a shift that was worked stays', async () => {
    const api = new FakeApi().on('DELETE', '/shifts/:id', () => refused('SHIFT_IN_USE', 409));
    const { user } = await renderApp('/attendance/shifts', api);
    await user.click(await screen.findByRole('button', { name: 'Delete: Day' }));
    const question = await screen.findByRole('dialog');
    await user.click(within(question).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText(/People work this shift/)).toBeVisible();
  });
});
