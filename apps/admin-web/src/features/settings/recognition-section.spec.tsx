import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { i18next } from '../../app/i18n.js';
import { FakeApi } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aUser, someSettings } from '../../testing/samples.js';

const SETTINGS = '/recognition/settings';
const section = () => screen.findByRole('region', { name: 'Recognition' });

describe('how strict the kiosks decide', () => {
  it('shows the threshold in use and what it means for this gallery', async () => {
    await renderApp('/settings');
    expect(
      await screen.findByText(
        'In use: 0.42. With 1,240 people, about 1 stranger in 31 would be taken for somebody.',
      ),
    ).toBeVisible();
  });

  it('says what the figures rest on in the language of the page, and as the server does where it does not know', async () => {
    const api = (measurement: string) =>
      new FakeApi().on('GET', SETTINGS, () => ({ json: someSettings({ measurement }) }));
    const first = await renderApp('/settings', api('open'));
    await act(() => i18next.changeLanguage('zh-CN'));
    expect(await screen.findByText(/77 人的 428 张照片/)).toBeVisible();
    expect(screen.queryByText(/LFW, 1 % FPIR/)).not.toBeInTheDocument();
    first.unmount();
    await renderApp('/settings', api('of tomorrow'));
    expect(await screen.findByText(/LFW, 1 % FPIR/)).toBeVisible();
  });

  it('lets the threshold follow the gallery and the strangers that may pass', async () => {
    const after = someSettings({ automatic: true, fpir: 0.005, threshold: 0.49, expectedFpir: 0.005 });
    const api = new FakeApi().on('PUT', SETTINGS, () => ({ json: after }));
    const { user } = await renderApp('/settings', api);
    const form = within(await section());
    await user.click(await form.findByRole('switch', { name: /Let the threshold follow the gallery/ }));
    expect(form.queryByRole('slider', { name: 'Threshold' })).not.toBeInTheDocument();
    fireEvent.keyDown(form.getByRole('slider', { name: /How many strangers/ }), { key: 'ArrowLeft' });
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/In use: 0.49/)).toBeVisible();
    expect(api.to('PUT', SETTINGS)[0]?.body).toMatchObject({ threshold: null, fpir: 0.005 });
    await waitFor(() => expect(form.getByRole('button', { name: 'Save' })).toBeDisabled());
  });

  it('takes a threshold set by hand', async () => {
    const api = new FakeApi()
      .on('GET', SETTINGS, () => ({ json: someSettings({ automatic: true }) }))
      .on('PUT', SETTINGS, () => ({ json: someSettings({ threshold: 0.43 }) }));
    const { user } = await renderApp('/settings', api);
    const form = within(await section());
    await user.click(await form.findByRole('switch', { name: /Let the threshold follow the gallery/ }));
    fireEvent.keyDown(form.getByRole('slider', { name: 'Threshold' }), { key: 'ArrowRight' });
    await user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(api.to('PUT', SETTINGS)[0]?.body).toMatchObject({ threshold: 0.43 }));
  });

  it('is only looked at by an auditor', async () => {
    const api = new FakeApi().on('GET', '/auth/me', () => ({ json: aUser({ role: 'auditor' }) }));
    await renderApp('/settings', api);
    const form = within(await section());
    expect(await form.findByRole('switch', { name: /Let the threshold/ })).toBeDisabled();
    expect(form.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
  });
});
