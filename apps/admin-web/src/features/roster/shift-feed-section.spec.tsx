import { screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refused } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aPerson, AT, aUser } from '../../testing/samples.js';

const mina = aPerson();
const address = `/people/${mina.id}`;
const FEED = `${address}/shift-feed`;
const PATH = '/api/v1/feeds/shifts/rcf_secret.ics';
const section = () => screen.findByRole('region', { name: 'Shifts in a calendar' });
const dialogOf = async (name: string) => within(await screen.findByRole('dialog', { name }));

/** A server whose only feed begins and ends as it is told. */
function feeding(role: 'hr' | 'auditor' | 'enroller', since: string | null = null) {
  let createdAt = since;
  return new FakeApi()
    .on('GET', '/auth/me', () => ({ json: aUser({ role }) }))
    .on('GET', FEED, () => ({ json: { personId: mina.id, createdAt } }))
    .on('POST', FEED, () => {
      createdAt = AT;
      return { status: 201, json: { personId: mina.id, path: PATH } };
    })
    .on('DELETE', FEED, () => {
      createdAt = null;
      return { status: 204 };
    });
}

describe('the calendar of a person', () => {
  it('has a link that is shown once, with who can read it', async () => {
    const { user } = await renderApp(address, feeding('hr'));
    await user.click(await within(await section()).findByRole('button', { name: 'Make a link' }));
    const dialog = await dialogOf('Calendar link of Mina Okafor');
    expect(dialog.getByText(`http://localhost${PATH}`)).toBeVisible();
    expect(dialog.getByText(/Give it to Mina Okafor alone/)).toBeVisible();
    await user.click(dialog.getByRole('checkbox'));
    await user.click(dialog.getByRole('button', { name: 'Done' }));
    expect(await within(await section()).findByText('There is a link')).toBeVisible();
    await waitFor(() => expect(document.body).not.toHaveTextContent('rcf_secret'));
  });

  it('ends the present link with a new one, and says so first', async () => {
    const api = feeding('hr', AT);
    const { user } = await renderApp(address, api);
    await user.click(await within(await section()).findByRole('button', { name: 'Make a new link' }));
    const question = await dialogOf('Make a new link for Mina Okafor?');
    expect(question.getByText(/The present one ends at once/)).toBeVisible();
    expect(api.to('POST', FEED)).toHaveLength(0);
    await user.click(question.getByRole('button', { name: 'Make a new link' }));
    expect(await screen.findByText(`http://localhost${PATH}`)).toBeVisible();
  });

  it('is withdrawn after a question', async () => {
    const api = feeding('hr', AT);
    const { user } = await renderApp(address, api);
    await user.click(await within(await section()).findByRole('button', { name: 'Withdraw' }));
    const question = await dialogOf('Withdraw the link of Mina Okafor?');
    await user.click(question.getByRole('button', { name: 'Withdraw the link' }));
    expect(await within(await section()).findByText('No link')).toBeVisible();
    expect(api.to('DELETE', FEED)).toHaveLength(1);
  });

  it('says when it cannot be loaded', async () => {
    await renderApp(
      address,
      feeding('hr').on('GET', FEED, () => refused('INTERNAL', 500)),
    );
    expect(await within(await section()).findByText(/The server ran into an error/)).toBeVisible();
  });

  it('is looked at by auditors, and out of sight for those who enrol', async () => {
    const { unmount } = await renderApp(address, feeding('auditor', AT));
    expect(await within(await section()).findByText('There is a link')).toBeVisible();
    expect(within(await section()).queryByRole('button')).not.toBeInTheDocument();
    unmount();
    const api = feeding('enroller');
    await renderApp(address, api);
    await screen.findByRole('region', { name: 'PIN' });
    expect(api.to('GET', FEED)).toHaveLength(0);
  });
});
