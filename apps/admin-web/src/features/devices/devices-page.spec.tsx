import { screen, waitFor, within } from '@testing-library/react';
import { FakeApi, page } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aDevice } from '../../testing/samples.js';

const KEY = 'rck_only-once';

describe('the key of a device', () => {
  it('is shown once, with the way to pair, and goes when it is stored', async () => {
    const created = { ...aDevice({ name: 'Back door' }), deviceKey: KEY };
    const api = new FakeApi().on('POST', '/devices', () => ({ status: 201, json: created }));
    const { user } = await renderApp('/devices', api);
    await user.click(await screen.findByRole('button', { name: 'Add device' }));
    await user.type(await screen.findByLabelText('Name'), 'Back door{Enter}');

    expect(await screen.findByText(KEY)).toBeVisible();
    expect(api.to('POST', '/devices')[0]?.body).toEqual({
      name: 'Back door',
      direction: 'auto',
      showScores: false,
      liveness: null,
      livenessThreshold: null,
    });
    expect(screen.getByRole('link', { name: 'Pair this browser' })).toHaveAttribute(
      'href',
      `/kiosk#key=${KEY}`,
    );

    const done = screen.getByRole('button', { name: 'Done' });
    expect(done).toBeDisabled();
    await user.keyboard('{Escape}');
    expect(screen.getByText(KEY)).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'I have stored it' }));
    await user.click(done);
    await waitFor(() => expect(screen.queryByText(KEY)).not.toBeInTheDocument());
  });

  it('is replaced only after a question', async () => {
    const device = aDevice();
    const rotate = `/devices/${device.id}/rotate-key`;
    const api = new FakeApi().on('POST', rotate, () => ({ json: { ...device, deviceKey: KEY } }));
    const { user } = await renderApp('/devices', api);
    await user.click(await screen.findByRole('button', { name: 'Actions for Front door' }));
    await user.click(await screen.findByRole('menuitem', { name: 'New key' }));
    expect(api.to('POST', rotate)).toHaveLength(0);
    await user.click(await screen.findByRole('button', { name: 'Make a new key' }));
    expect(await screen.findByText(KEY)).toBeVisible();
  });
});

describe('the card of a kiosk', () => {
  it.each([
    [true, 'Liveness: always'],
    [false, 'Liveness: never'],
    [null, null],
  ])('shows what it says of liveness by itself: %s', async (liveness, text) => {
    const api = new FakeApi().on('GET', '/devices', () => page([aDevice({ liveness })]));
    await renderApp('/devices', api);
    const card = await screen.findByRole('article', { name: 'Front door' });
    expect(within(card).queryByText(/^Liveness/)?.textContent ?? null).toBe(text);
  });
});

describe('liveness of a kiosk', () => {
  const device = aDevice({ liveness: true, livenessThreshold: 0.4 });
  const path = `/devices/${device.id}`;
  const edit = async () => {
    const api = new FakeApi()
      .on('GET', '/devices', () => page([device]))
      .on('PATCH', path, () => ({ json: device }));
    const { user } = await renderApp('/devices', api);
    await user.click(await screen.findByRole('button', { name: 'Actions for Front door' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Edit/ }));
    const threshold = await screen.findByRole('textbox', { name: 'Least score of a living face' });
    const save = () => user.click(screen.getByRole('button', { name: 'Save' }));
    return { api, user, threshold, save };
  };

  it.each([
    ['5', 'At most 1.'],
    ['-0.5', 'At least 0.'],
  ])('of %s is not saved and says what is allowed: %s', async (typed, words) => {
    const { api, user, threshold, save } = await edit();
    await user.clear(threshold);
    await user.type(threshold, typed);
    await save();
    expect(await screen.findByText(words)).toBeVisible();
    expect(threshold).toBeInvalid();
    expect(threshold).toHaveValue(typed);
    expect(threshold).toHaveAccessibleDescription(expect.stringContaining(words));
    expect(api.to('PATCH', path)).toEqual([]);
  });

  it('is saved where nobody asks for it any more, whatever was typed before; the stored threshold stays', async () => {
    const { api, user, threshold, save } = await edit();
    await user.clear(threshold);
    await user.type(threshold, '5');
    await user.click(screen.getByRole('radio', { name: 'Never' }));
    await save();
    await waitFor(() => expect(api.to('PATCH', path)).toHaveLength(1));
    expect(api.to('PATCH', path)[0]?.body).toMatchObject({ liveness: false, livenessThreshold: 0.4 });
  });
});
