import { screen, waitFor } from '@testing-library/react';
import { FakeApi, page, refused } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aPerson, aUser, idOf } from '../../testing/samples.js';

const mina = aPerson();
const jonas = aPerson({
  id: idOf(101),
  name: 'Jonas Weber',
  employeeNo: '1043',
  enrolled: false,
  consent: null,
});

const searchable = () =>
  new FakeApi().on('GET', '/people', ({ query }) => {
    const search = query.get('search')?.toLowerCase() ?? '';
    return page([mina, jonas].filter(({ name }) => name.toLowerCase().includes(search)));
  });

describe('the list of people', () => {
  it('searches while somebody types and offers a way out when nobody matches', async () => {
    const { user, api } = await renderApp('/people', searchable());
    expect(await screen.findByText('Mina Okafor')).toBeVisible();
    const search = screen.getByRole('searchbox', { name: /search/i });
    await user.type(search, 'jonas');
    await waitFor(() => expect(screen.queryByText('Mina Okafor')).not.toBeInTheDocument());
    expect(screen.getByText('Jonas Weber')).toBeVisible();
    expect(api.calls.at(-1)?.query.get('search')).toBe('jonas');

    await user.type(search, 'xyz');
    await user.click(await screen.findByRole('button', { name: 'Clear search and filters' }));
    expect(await screen.findByText('Mina Okafor')).toBeVisible();
  });

  it('loads the next page with the cursor of the one before', async () => {
    const api = new FakeApi().on('GET', '/people', ({ query }) =>
      query.get('cursor') === 'next' ? page([jonas]) : page([mina], 'next'),
    );
    const { user } = await renderApp('/people', api);
    await user.click(await screen.findByRole('button', { name: 'Load more' }));
    expect(await screen.findByText('Jonas Weber')).toBeVisible();
    expect(screen.getByText('Mina Okafor')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  });

  it('puts a taken employee number beside its field', async () => {
    const api = searchable().on('POST', '/people', () => refused('EMPLOYEE_NO_TAKEN', 409));
    const { user } = await renderApp('/people', api);
    await user.click(await screen.findByRole('button', { name: 'Add person' }));
    await user.type(await screen.findByLabelText(/^Name/), 'Tom Baker');
    await user.type(screen.getByLabelText(/^Employee number/), '1042');
    await user.click(screen.getAllByRole('button', { name: 'Add person' }).at(-1) as HTMLElement);
    expect(await screen.findByText('Another person already has this employee number.')).toBeVisible();
    expect(screen.getByLabelText(/^Employee number/)).toBeInvalid();
  });

  it('shows hr the people, but no way to change them', async () => {
    await renderApp(
      '/people',
      searchable().on('GET', '/auth/me', () => ({ json: aUser({ role: 'hr' }) })),
    );
    expect(await screen.findByText('Mina Okafor')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Add person' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Users & tokens' })).not.toBeInTheDocument();
  });
});
