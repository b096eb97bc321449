import { screen, within } from '@testing-library/react';
import { aDay, anAccount } from '../../testing/attendance-samples.js';
import { FakeApi, page } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aRecord, aUser, idOf } from '../../testing/samples.js';
import { today, weekOf } from '../../ui/calendar.js';

const WEEK = '/attendance?view=week&at=2026-03-02';
const tuesday = aDay({ date: '2026-03-03', status: 'present', lateMinutes: 0, workedMinutes: 480 });
const withDays = () => new FakeApi().on('GET', '/attendance/days', () => page([aDay(), tuesday]));

describe('days of attendance', () => {
  it('stand in a sheet of people by days, each in words for those who cannot see it', async () => {
    const { api } = await renderApp(WEEK, withDays());
    const monday = await screen.findByRole('button', {
      name: 'Mina Okafor, Monday 2 March 2026: Late, 20m, 7h 40m worked'.replace(
        'Monday 2 March 2026',
        new Intl.DateTimeFormat(navigator.language, { dateStyle: 'full', timeZone: 'UTC' }).format(
          new Date('2026-03-02'),
        ),
      ),
    });
    expect(monday).toHaveTextContent('7:40');
    expect(screen.getByText('15:40 in all')).toBeVisible();
    const asked = api.to('GET', '/attendance/days')[0]?.query;
    expect([asked?.get('from'), asked?.get('to'), asked?.get('people')]).toEqual([
      '2026-03-02',
      '2026-03-08',
      idOf(100),
    ]);
  });

  it('are walked with arrow keys, and open with Enter', async () => {
    const { user } = await renderApp(WEEK, withDays());
    (await screen.findByRole('button', { name: /Mina Okafor, .*Late/ })).focus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('button', { name: /Mina Okafor, .*Present/ })).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowLeft}{Enter}');
    expect(await screen.findByRole('dialog')).toBeVisible();
  });

  it('say what counts and why, draw it, and can be corrected', async () => {
    const { user, api } = await renderApp(
      WEEK,
      withDays().on('POST', '/corrections', () => ({ status: 409, json: {} })),
    );
    await user.click(await screen.findByRole('button', { name: /Mina Okafor, .*Late/ }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/Late by 20m/)).toBeVisible();
    expect(within(dialog).getByText(/A break of 1h was taken off/)).toBeVisible();
    expect(within(dialog).getByRole('img', { name: /Late. Planned: Day/ })).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Correct this day' }));
    const out = await screen.findByLabelText('Left at');
    await user.type(screen.getByLabelText('Reason'), 'Forgot');
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText('Give the IN, the OUT, or both.')).toBeVisible();
    await user.type(out, '18:30');
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(api.to('POST', '/corrections')[0]?.body).toEqual({
      personId: idOf(100),
      date: '2026-03-02',
      in: null,
      out: '18:30',
      reason: 'Forgot',
    });
  });

  it('have their overtime approved', async () => {
    const day = aDay({ overtimeWaitingMinutes: 65, flags: ['overtime-unapproved'] });
    const api = withDays()
      .on('GET', '/attendance/days/:id/:date', () => ({ json: anAccount({ day }) }))
      .on('PUT', '/attendance/overtime', () => ({ json: aDay() }));
    const { user } = await renderApp(`/people/${idOf(100)}/attendance/2026-03-02`, api);
    await user.click(await screen.findByRole('button', { name: 'Approve the overtime' }));
    expect(await screen.findByText('The overtime counts now.')).toBeVisible();
    expect(api.to('PUT', '/attendance/overtime')[0]?.body).toMatchObject({ approved: true });
  });

  it('say in the month of a person how much overtime waits, and of which day', async () => {
    const both = aDay({ date: '2026-03-03', overtimeMinutes: 30, overtimeWaitingMinutes: 15 });
    const api = new FakeApi().on('GET', '/attendance/days', () =>
      page([aDay({ overtimeWaitingMinutes: 60 }), both, aDay({ date: '2026-03-04' })]),
    );
    await renderApp(`/people/${idOf(100)}/attendance?at=2026-03-02`, api);
    expect(await screen.findByText(/30m overtime · 1h 15m waiting/)).toBeVisible();
    const cells = screen.getAllByRole('row').map((row) => row.children[5]?.textContent);
    expect(cells).toEqual(['Overtime', '1h waiting', '30m · 15m waiting', '–']);
  });

  it('of a locked month, and for auditors, are only read', async () => {
    const api = withDays().on('GET', '/auth/me', () => ({ json: aUser({ role: 'auditor' }) }));
    await renderApp(`/people/${idOf(100)}/attendance/2026-03-02`, api);
    expect(await screen.findByText(/Late by 20m/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Correct this day' })).not.toBeInTheDocument();
  });
});

describe('an address with a day that there is not', () => {
  it('says so, and leads to the days of the person', async () => {
    const { user, router } = await renderApp(`/people/${idOf(100)}/attendance/2026-99-06`, withDays());
    expect(await screen.findByText('There is no such day')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Days of this person' }));
    expect(router.state.location.pathname).toBe(`/people/${idOf(100)}/attendance`);
  });

  it('shows the days of now', async () => {
    const { api } = await renderApp('/attendance?view=week&at=2026-02-31', withDays());
    await screen.findByText('15:40 in all');
    expect(api.to('GET', '/attendance/days')[0]?.query.get('from')).toBe(weekOf(today()).from);
  });
});

describe('the start page', () => {
  it('says in a line who is late, who has not come, and who is on leave', async () => {
    const waiting = aDay({ personId: idOf(101), status: 'pending', firstIn: null, punches: [] });
    const api = new FakeApi().on('GET', '/attendance/days', () => page([aDay(), waiting]));
    await renderApp('/', api);
    expect(await screen.findByText('1 late · 1 not here yet')).toBeVisible();
    expect(api.to('GET', '/attendance/days')[0]?.query.get('from')).toBe('2026-03-02');
  });
});

describe('what made a record', () => {
  const address = `/people/${idOf(100)}/attendance/2026-03-02`;

  it('is each check-in with its score, and the rule as it read then', async () => {
    const api = withDays().on('GET', '/check-ins', () =>
      page([aRecord(), aRecord({ id: idOf(401), late: true })]),
    );
    await renderApp(address, api);
    expect(await screen.findAllByText('0.71, at least 0.42 asked for')).toHaveLength(2);
    expect(screen.getByText(/later: the kiosk was offline/)).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Show the picture' })).toHaveLength(2);
    expect(screen.getByText('Day, as it has always read')).toBeVisible();
    expect(screen.getByText('Nothing was asked for about this day.')).toBeVisible();
  });

  it('tells hr of the check-ins without faces and scores', async () => {
    const { similarity: _, threshold: __, margin: ___, liveness: ____, quality: _____, ...plain } = aRecord();
    const api = withDays()
      .on('GET', '/auth/me', () => ({ json: aUser({ role: 'hr' }) }))
      .on('GET', '/check-ins', () => page([plain]));
    await renderApp(address, api);
    expect(await screen.findByText('Front door')).toBeVisible();
    expect(screen.getByText('Faces and scores are for administrators and auditors.')).toBeVisible();
    expect(screen.queryByText(/asked for$/)).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show the picture' })).not.toBeInTheDocument();
    expect(screen.getByText('The check-in is not kept any more.')).toBeVisible();
  });

  it('of a locked month says what it would be now', async () => {
    const account = anAccount({
      day: aDay({ locked: true, flags: ['late-event'] }),
      unlocked: aDay({ status: 'present', workedMinutes: 480 }),
    });
    const api = withDays().on('GET', '/attendance/days/:id/:date', () => ({ json: account }));
    await renderApp(address, api);
    const now = await screen.findByRole('region', { name: 'What it would be if the month were unlocked' });
    expect(within(now).getByText('Present')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Correct this day' })).not.toBeInTheDocument();
  });
});
