import { screen, waitFor, within } from '@testing-library/react';
import { aCorrection, aLeave } from '../../testing/attendance-samples.js';
import { FakeApi, page, refused } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aPerson, aUser, idOf } from '../../testing/samples.js';
import { today } from '../../ui/calendar.js';

const ADDRESS = '/attendance/requests';
const waiting = () =>
  new FakeApi()
    .on('GET', '/corrections', () => page([aCorrection()]))
    .on('GET', '/leaves', () => page([aLeave()]));

describe('the inbox of requests', () => {
  it('puts what is recorded beside what should be, and takes an answer with a note', async () => {
    const api = waiting().on('PATCH', '/corrections/:id', () => ({
      json: aCorrection({ status: 'refused' }),
    }));
    const { user } = await renderApp(ADDRESS, api);
    const card = await screen.findByRole('article', { name: 'Correction: Mina Okafor' });
    expect(await within(card).findByText('1042')).toBeVisible();
    expect(within(card).getByText('As it is recorded')).toBeVisible();
    expect(within(card).getByText('as before')).toBeVisible();
    expect(within(card).getByText('Reason: Forgot to punch')).toBeVisible();
    await user.type(within(card).getByLabelText('Note'), 'Nobody saw you');
    await user.click(within(card).getByRole('button', { name: 'Refuse' }));
    await waitFor(() =>
      expect(api.to('PATCH', `/corrections/${idOf(910)}`)[0]?.body).toEqual({
        status: 'refused',
        note: 'Nobody saw you',
      }),
    );
  });

  it('says of one’s own correction that another person decides', async () => {
    const own = aCorrection({ requestedBy: `user:${aUser().id}` });
    const api = waiting().on('GET', '/corrections', () => page([own]));
    await renderApp(ADDRESS, api);
    const card = await screen.findByRole('article', { name: 'Correction: Mina Okafor' });
    expect(within(card).getByText(/another person decides/)).toBeVisible();
    expect(within(card).queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
  });

  it('says of what is about oneself that another person decides, also where one has another case in one’s address', async () => {
    const api = waiting().on('GET', '/people/:id', () => ({
      json: aPerson({ email: aUser().email.toUpperCase() }),
    }));
    await renderApp(ADDRESS, api);
    for (const name of ['Correction: Mina Okafor', 'Leave: Mina Okafor']) {
      const card = await screen.findByRole('article', { name });
      expect(within(card).getByText(/This is about yourself/)).toBeVisible();
      expect(within(card).queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
    }
  });

  it('says in words why something cannot be decided any more', async () => {
    const api = waiting().on('PATCH', '/leaves/:id', () => refused('PERIOD_LOCKED', 409));
    const { user } = await renderApp(ADDRESS, api);
    const card = await screen.findByRole('article', { name: 'Leave: Mina Okafor' });
    await user.click(within(card).getByRole('button', { name: 'Approve' }));
    expect(await within(card).findByRole('alert')).toHaveTextContent(/locked/);
  });

  it('takes back what was approved, with a note', async () => {
    const approved = aLeave({ status: 'approved', decidedBy: 'user:x', type: 'leave' });
    const api = waiting()
      .on('GET', '/leaves', () => page([approved]))
      .on('PATCH', '/leaves/:id', () => ({ json: aLeave({ status: 'refused' }) }));
    const { user } = await renderApp(ADDRESS, api);
    const card = await screen.findByRole('article', { name: 'Leave: Mina Okafor' });
    expect(within(card).getByText(/^Leave: /)).toBeVisible();
    expect(within(card).queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
    const takeBack = within(card).getByRole('button', { name: 'Take back' });
    expect(takeBack).toBeDisabled();
    await user.type(within(card).getByLabelText('Why it is taken back'), 'Did not go');
    await user.click(takeBack);
    await waitFor(() =>
      expect(api.to('PATCH', `/leaves/${idOf(920)}`).map(({ body }) => body)).toEqual([
        { status: 'refused', note: 'Did not go' },
      ]),
    );
  });

  it('asks for a correction beside what is recorded of the day', async () => {
    const api = new FakeApi().on('POST', '/corrections', () => ({ status: 201, json: aCorrection() }));
    const { user } = await renderApp(ADDRESS, api);
    await user.click(await screen.findByRole('button', { name: 'Ask for a correction' }));
    expect(await screen.findByText(/applies to the shift into which the time falls/)).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Recorded on that day' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('combobox', { name: 'Person' }));
    await user.click(await screen.findByRole('option', { name: /Mina Okafor/ }));
    const recorded = await screen.findByRole('region', { name: 'Recorded on that day' });
    expect(await within(recorded).findByText(/^Day, .*00.* to .*00/)).toBeVisible();
    expect(within(recorded).getAllByRole('listitem')).toHaveLength(2);
    expect(api.to('GET', `/attendance/days/${idOf(100)}/${today()}`)).toHaveLength(1);
  });

  it('asks for hours of leave', async () => {
    const api = new FakeApi().on('POST', '/leaves', () => ({ status: 201, json: aLeave() }));
    const { user } = await renderApp(ADDRESS, api);
    expect(await screen.findByText('Nothing waits')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ask for leave' }));
    await user.click(await screen.findByRole('combobox', { name: 'Person' }));
    await user.click(await screen.findByRole('option', { name: /Mina Okafor/ }));
    expect(screen.getByText(/without any roster Monday to Friday count/)).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: 'How much' }));
    await user.click(await screen.findByRole('option', { name: 'The first half' }));
    expect(await screen.findByText(/each is half of what is due/)).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: 'How much' }));
    await user.click(await screen.findByRole('option', { name: 'Some hours' }));
    await user.type(screen.getByLabelText('From'), '14:00');
    await user.type(screen.getByLabelText('To'), '16:00');
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText('Asked for. It counts once it is approved.')).toBeVisible();
    expect(api.to('POST', '/leaves')[0]?.body).toMatchObject({
      personId: idOf(100),
      kind: 'hours',
      start: '14:00',
      end: '16:00',
      reason: null,
    });
  });
});
