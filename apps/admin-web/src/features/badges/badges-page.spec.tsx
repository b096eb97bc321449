import { screen, waitFor, within } from '@testing-library/react';
import { aBadge } from '../../testing/badge-samples.js';
import { FakeApi, page, refused } from '../../testing/fake-api.js';
import { aJob } from '../../testing/oversight-samples.js';
import { renderApp } from '../../testing/render-app.js';
import { aPerson, aUser, idOf } from '../../testing/samples.js';

const one = aBadge();
const two = aBadge({ id: idOf(801) });
const active = aBadge({ id: idOf(802), jobId: idOf(602), state: 'active', portraitUrl: null });
const waiting = aBadge({ id: idOf(803), jobId: idOf(603), state: 'waiting', portraitUrl: null });

const badges = (...items: unknown[]) =>
  new FakeApi()
    .on('GET', '/badges', () => page(items))
    .on('GET', '/jobs/:id', () => ({ json: aJob({ id: idOf(602), kind: 'badges.render', progress: 42 }) }));

describe('badges', () => {
  it('say how to begin where there are none', async () => {
    await renderApp('/badges', badges());
    expect(await screen.findByText('No portraits yet')).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'New portrait' }).at(-1)).toHaveAttribute(
      'href',
      '/badges/new',
    );
  });

  it('are found by whose they are', async () => {
    const api = badges(one).on('GET', '/people', () => page([aPerson()]));
    const { user } = await renderApp('/badges', api);
    await user.click(await screen.findByRole('combobox', { name: 'Portraits of one person' }));
    await user.click(await screen.findByRole('option', { name: /Mina Okafor/ }));
    await waitFor(() => expect(api.to('GET', '/badges').at(-1)?.query.get('personId')).toBe(aPerson().id));
  });

  it('say when they cannot be loaded', async () => {
    await renderApp(
      '/badges',
      new FakeApi().on('GET', '/badges', () => refused('INTERNAL', 500)),
    );
    expect(await screen.findByText(/The server ran into an error/)).toBeVisible();
  });

  it('list what is being painted first, in the order of their turns', async () => {
    await renderApp('/badges', badges(waiting, active, one));
    const queue = await screen.findByRole('region', { name: 'On the easel' });
    const entries = within(queue).getAllByRole('listitem');
    expect(await within(entries[0]!).findByText('42%')).toBeVisible();
    expect(
      within(entries[0]!).getByRole('progressbar', { name: 'Progress of the portrait of Mina Okafor' }),
    ).toBeInTheDocument();
    expect(within(entries[1]!).getByText('Waiting')).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(screen.getByText('1 shown')).toBeVisible();
  });

  it('that wait are cancelled together, once that is confirmed', async () => {
    const cancel = '/badges/waiting/cancel';
    const api = badges(waiting, active, one).on('POST', cancel, () => ({ json: { cancelled: 2 } }));
    const { user } = await renderApp('/badges', api);
    await user.click(await screen.findByRole('button', { name: 'Cancel all that wait' }));
    const asked = await screen.findByRole('dialog', { name: 'Cancel all portraits that wait?' });
    expect(api.to('POST', cancel)).toHaveLength(0);
    await user.click(within(asked).getByRole('button', { name: 'Cancel them' }));
    expect(await screen.findByText('2 portraits were cancelled.')).toBeVisible();
    expect(api.to('POST', cancel)).toHaveLength(1);
  });

  it('are not cancelled where none waits', async () => {
    await renderApp('/badges', badges(active, one));
    expect(await screen.findByRole('region', { name: 'On the easel' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Cancel all that wait' })).not.toBeInTheDocument();
  });

  it('are shown small, and named without asking for each person', async () => {
    const other = aBadge({ id: idOf(801), personId: idOf(101), personName: 'Ola Berg' });
    const { api, container } = await renderApp('/badges', badges(one, other));
    expect(await screen.findByRole('article', { name: 'Portrait of Ola Berg' })).toBeVisible();
    expect(container.querySelector(`img[src="${one.thumbnailUrl}"]`)).not.toBeNull();
    expect(container.innerHTML).not.toContain('portrait.png');
    expect(api.calls.filter(({ path }) => path.startsWith('/people/'))).toEqual([]);
  });

  it('print the cards of several people on one sheet', async () => {
    const sheet = '/badges/sheet.pdf';
    const api = badges(one, two).on('GET', sheet, () => refused('PORTRAIT_NOT_READY', 409));
    const { user } = await renderApp('/badges', api);
    for (const box of await screen.findAllByRole('checkbox')) await user.click(box);
    expect(screen.getByText('2 cards chosen')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Print on one sheet' }));
    await user.click(await screen.findByRole('menuitem', { name: 'US Letter, ten to a page' }));
    await waitFor(() => expect(api.to('GET', sheet)).toHaveLength(1));
    const { query } = api.to('GET', sheet)[0]!;
    expect([query.getAll('badge'), query.get('paper')]).toEqual([[one.id, two.id], 'letter']);
    expect(await screen.findByText(/This portrait is not finished yet/)).toBeVisible();
  });

  it('warn of portraits that nobody would know', async () => {
    const likeness = { faceFound: false, similarity: null, threshold: 0.4, recognisable: false };
    await renderApp('/badges', badges(aBadge({ likeness })));
    expect(await screen.findByText('Hard to recognise')).toBeVisible();
  });

  it('show auditors no portraits, and hr nothing at all', async () => {
    const api = badges(one).on('GET', '/auth/me', () => ({ json: aUser({ role: 'auditor' }) }));
    const { container, unmount } = await renderApp('/badges', api);
    expect(await screen.findByRole('article')).toBeVisible();
    expect(container.innerHTML).not.toMatch(/portrait\.png|thumbnail\.png/);
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    unmount();
    await renderApp(
      '/badges',
      badges(one).on('GET', '/auth/me', () => ({ json: aUser({ role: 'hr' }) })),
    );
    expect(await screen.findByText('Not for your role')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Badges' })).not.toBeInTheDocument();
  });
});
