import { screen, waitFor, within } from '@testing-library/react';
import { FakeApi } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aPack, someSettings } from '../../testing/samples.js';

const SETTINGS = '/recognition/settings';
const section = () => screen.findByRole('region', { name: 'Liveness' });
const withLiveness = () =>
  new FakeApi().on('GET', '/vision/pack', () => ({ json: aPack({ liveness: true }) }));

describe('liveness in the settings', () => {
  it('is not there for a pack that cannot tell', async () => {
    await renderApp('/settings');
    expect(await screen.findByRole('region', { name: 'Recognition' })).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Liveness' })).not.toBeInTheDocument();
  });

  it('is switched off for photos; the measured limits stay null', async () => {
    const api = withLiveness().on('PUT', SETTINGS, () => ({ json: someSettings() }));
    const { user } = await renderApp('/settings', api);
    const form = within(await section());
    await user.click(await form.findByRole('switch', { name: /Ask when a photo is enrolled/ }));
    expect(form.queryByRole('slider', { name: 'Least score of a photo' })).not.toBeInTheDocument();
    await user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(api.to('PUT', SETTINGS)[0]?.body).toEqual({
        liveness: { checkIn: true, enrollment: false, checkInThreshold: null, enrollmentThreshold: null },
      }),
    );
  });
});
