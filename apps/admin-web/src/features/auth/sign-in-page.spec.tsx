import { screen } from '@testing-library/react';
import { FakeApi, refused } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aUser } from '../../testing/samples.js';

const signedOut = () => new FakeApi().on('GET', '/auth/me', () => refused('UNAUTHENTICATED', 401));

const fillIn = async ({ user }: Awaited<ReturnType<typeof renderApp>>) => {
  await user.type(await screen.findByLabelText('Email'), 'ada@example.com');
  await user.type(screen.getByLabelText('Password'), 'correct horse');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
};

describe('signing in', () => {
  it('says in plain words that the password is wrong and stays', async () => {
    const api = signedOut().on('POST', '/auth/login', () => refused('WRONG_CREDENTIALS', 401));
    await fillIn(await renderApp('/sign-in', api));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The email address or the password is not right.',
    );
    expect(screen.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });

  it('asks for what is missing before it asks the server', async () => {
    const { api, user } = await renderApp('/sign-in', signedOut());
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('This is not a complete email address.')).toBeVisible();
    expect(api.to('POST', '/auth/login')).toHaveLength(0);
  });

  it('goes back to the page that asked for it', async () => {
    const api = signedOut().on('POST', '/auth/login', () => ({ json: { token: 't', user: aUser() } }));
    const view = await renderApp('/people', api);
    await fillIn(view);
    expect(await screen.findByRole('heading', { name: 'People' })).toBeVisible();
    expect(view.router.state.location.pathname).toBe('/people');
    expect(api.to('POST', '/auth/login')[0]?.body).toEqual({
      email: 'ada@example.com',
      password: 'correct horse',
    });
  });

  it('comes back here when the session ends while somebody works', async () => {
    const api = new FakeApi();
    const { client } = await renderApp('/people', api);
    expect(await screen.findByText('Mina Okafor')).toBeVisible();
    api.on('GET', '/people', () => refused('UNAUTHENTICATED', 401));
    void client.invalidateQueries({ queryKey: ['people'] });
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
  });
});
