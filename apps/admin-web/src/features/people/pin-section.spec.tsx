import { screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refused } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aPerson, aUser } from '../../testing/samples.js';

const mina = aPerson();
const address = `/people/${mina.id}`;
const PIN = `${address}/pin`;
const section = () => screen.findByRole('region', { name: 'PIN' });

async function type(user: Awaited<ReturnType<typeof renderApp>>['user'], pin: string, again = pin) {
  await user.click(await screen.findByRole('button', { name: 'Set a PIN' }));
  await user.type(await screen.findByLabelText('New PIN'), pin);
  await user.type(screen.getByLabelText('The same once more'), again);
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }));
}

describe('the PIN of a person', () => {
  it('is set, and never shown', async () => {
    let person = mina;
    const api = new FakeApi()
      .on('GET', address, () => ({ json: person }))
      .on('PUT', PIN, () => {
        person = aPerson({ hasPin: true });
        return { status: 204 };
      });
    const { user } = await renderApp(address, api);
    expect(within(await section()).getByText('No PIN')).toBeVisible();
    await type(user, '482913');
    expect(await screen.findByText('A PIN is set')).toBeVisible();
    expect(api.to('PUT', PIN)[0]?.body).toEqual({ pin: '482913' });
    expect(document.body).not.toHaveTextContent('482913');
  });

  it.each([
    ['too short', '4829', '4829', '6 to 12 digits.'],
    ['not the same twice', '482913', '482914', 'The two are not the same.'],
  ])('is refused before it is sent where it is %s', async (_, pin, again, sentence) => {
    const { api, user } = await renderApp(address);
    await type(user, pin, again);
    await waitFor(() => expect(screen.getAllByText(sentence).at(-1)).toBeVisible());
    expect(api.to('PUT', PIN)).toHaveLength(0);
  });

  it('says why the server finds it too simple', async () => {
    const { user } = await renderApp(
      address,
      new FakeApi().on('PUT', PIN, () => refused('PIN_TOO_SIMPLE')),
    );
    await type(user, '123456');
    expect(await screen.findByText(/This PIN is too easy to guess/)).toBeVisible();
  });

  it('is removed after a question', async () => {
    const api = new FakeApi()
      .on('GET', address, () => ({ json: aPerson({ hasPin: true }) }))
      .on('DELETE', PIN, () => ({ status: 204 }));
    const { user } = await renderApp(address, api);
    await user.click(await screen.findByRole('button', { name: 'Remove the PIN' }));
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove the PIN' }),
    );
    expect(await screen.findByText('The PIN is removed.')).toBeVisible();
    expect(api.to('DELETE', PIN)).toHaveLength(1);
  });

  it('is only looked at by hr', async () => {
    const api = new FakeApi().on('GET', '/auth/me', () => ({ json: aUser({ role: 'hr' }) }));
    await renderApp(address, api);
    expect(within(await section()).queryByRole('button')).not.toBeInTheDocument();
  });
});
