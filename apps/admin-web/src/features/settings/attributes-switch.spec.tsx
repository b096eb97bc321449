import { screen, waitFor } from '@testing-library/react';
import { FakeApi } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aPack, someSettings } from '../../testing/samples.js';

const SETTINGS = '/recognition/settings';

describe('attributes in the settings', () => {
  it('are not there for a pack without such networks', async () => {
    await renderApp('/settings');
    expect(await screen.findByRole('region', { name: 'Recognition' })).toBeVisible();
    expect(screen.queryByRole('switch', { name: /Describe faces/ })).not.toBeInTheDocument();
  });

  it('are off until somebody turns them on', async () => {
    const api = new FakeApi()
      .on('GET', '/vision/pack', () => ({ json: aPack({ attributes: ['gender-age'] }) }))
      .on('PUT', SETTINGS, () => ({ json: someSettings({ attributes: true }) }));
    const { user } = await renderApp('/settings', api);
    const choice = await screen.findByRole('switch', { name: /Describe faces/ });
    expect(choice).not.toBeChecked();
    await user.click(choice);
    await waitFor(() => expect(api.to('PUT', SETTINGS)[0]?.body).toEqual({ attributes: true }));
  });
});
