import { screen, waitFor, within } from '@testing-library/react';
import { FakeApi } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aProblem, aUser, someQuality, someSettings } from '../../testing/samples.js';

const SETTINGS = '/recognition/settings';
const section = async () => within(await screen.findByRole('region', { name: 'Picture quality' }));
const quality = someQuality();
const changed = someQuality({ checkIn: { ...quality.checkIn, maxYaw: 40, minSharpness: 0.2 } });
const api = (settings = someSettings()) => new FakeApi().on('GET', SETTINGS, () => ({ json: settings }));

describe('limits of picture quality', () => {
  it('are hidden until somebody wants to adjust them, and say whether they are the measured ones', async () => {
    const { user } = await renderApp('/settings', api());
    const shown = await section();
    expect(await shown.findByText('All limits are the measured ones.')).toBeVisible();
    expect(shown.queryByRole('textbox')).not.toBeInTheDocument();
    await user.click(shown.getByRole('button', { name: 'Adjust' }));
    expect(shown.getByRole('textbox', { name: 'Size, at least: At kiosks' })).toHaveValue('12 px');
    expect(shown.getByRole('textbox', { name: 'Size, at least: Enrolment' })).toHaveValue('20 px');
    expect(shown.getByRole('textbox', { name: 'Turned aside, at most: At kiosks' })).toHaveValue('55°');
    expect(shown.getByRole('textbox', { name: 'Contrast, at least: At kiosks' })).toHaveValue('4 %');
    expect(shown.getAllByRole('textbox')).toHaveLength(20);
  });

  it('are sent in their own units; the measured ones and emptied fields as null', async () => {
    const calls = api().on('PUT', SETTINGS, () => ({ json: someSettings({ quality: changed }) }));
    const { user } = await renderApp('/settings', calls);
    const form = await section();
    await user.click(await form.findByRole('button', { name: 'Adjust' }));
    const type = async (name: string, text: string) => {
      await user.clear(form.getByRole('textbox', { name }));
      if (text) await user.type(form.getByRole('textbox', { name }), text);
    };
    await type('Turned aside, at most: At kiosks', '40');
    await type('Sharpness, at least: At kiosks', '20');
    await type('Size, at least: Enrolment', '');
    await user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(calls.to('PUT', SETTINGS)).toHaveLength(1));
    const body = calls.to('PUT', SETTINGS)[0]!.body as { quality: Record<string, object> };
    const none = Object.fromEntries(Object.keys(quality.checkIn).map((limit) => [limit, null]));
    expect(body).toEqual({
      quality: { checkIn: { ...none, maxYaw: 40, minSharpness: 0.2 }, enrollment: none },
    });
    expect(await form.findByText('2 limits differ from the measured ones.')).toBeVisible();
    await waitFor(() => expect(form.getByRole('button', { name: 'Save' })).toBeDisabled());
  });

  it('go back to the measured ones, one or all', async () => {
    const { user } = await renderApp('/settings', api(someSettings({ quality: changed })));
    const form = await section();
    await user.click(await form.findByRole('button', { name: 'Adjust' }));
    const yaw = form.getByRole('textbox', { name: 'Turned aside, at most: At kiosks' });
    expect(yaw).toHaveAccessibleDescription('default 55°');
    await user.click(form.getByRole('button', { name: /Back to the default: Turned aside/ }));
    expect(yaw).toHaveValue('55°');
    const sharpness = form.getByRole('textbox', { name: 'Sharpness, at least: At kiosks' });
    expect(sharpness).toHaveValue('20 %');
    await user.click(form.getByRole('button', { name: 'Everything back to the defaults' }));
    expect(sharpness).toHaveValue('15 %');
  });

  const LEAST = 'Brightness, at least: At kiosks';
  const retyped = async (calls: FakeApi, texts: Record<string, string>) => {
    const { user } = await renderApp('/settings', calls);
    const form = await section();
    await user.click(await form.findByRole('button', { name: 'Adjust' }));
    for (const [name, text] of Object.entries(texts)) {
      await user.clear(form.getByRole('textbox', { name }));
      await user.type(form.getByRole('textbox', { name }), text);
    }
    await user.click(form.getByRole('button', { name: 'Save' }));
    return (name: string) => form.getByRole('textbox', { name });
  };

  it('that nothing passes are not sent; the field is marked, says why and is gone to', async () => {
    const calls = api();
    const field = await retyped(calls, { [LEAST]: '95' });
    await waitFor(() => expect(field(LEAST)).toHaveFocus());
    expect(field(LEAST)).toBeInvalid();
    expect(field(LEAST)).toHaveAccessibleDescription(/least brightness has to be less/);
    expect(field('Brightness, at least: Enrolment')).toBeValid();
    expect(calls.to('PUT', SETTINGS)).toEqual([]);
  });

  it('beyond what there is are not sent, and say what there is', async () => {
    const calls = api();
    const [yaw, sharpness] = ['Turned aside, at most: At kiosks', 'Sharpness, at least: Enrolment'];
    const field = await retyped(calls, { [yaw]: '120', [sharpness]: '-5' });
    await waitFor(() => expect(field(yaw)).toHaveAccessibleDescription(/From 0 to 90°/));
    expect(field(sharpness)).toHaveAccessibleDescription(/From 0 to 100 %/);
    expect(calls.to('PUT', SETTINGS)).toEqual([]);
  });

  it('that the server refuses are marked where they stand', async () => {
    const errors = [{ path: 'quality.checkIn.minBrightness', message: 'must be less than 0.5' }];
    const refusing = api().on('PUT', SETTINGS, () => ({
      status: 422,
      json: aProblem('QUALITY_LIMITS_CROSSED', 422, { errors }),
    }));
    const field = await retyped(refusing, { [LEAST]: '60' });
    await waitFor(() => expect(field(LEAST)).toHaveAccessibleDescription(/least brightness has to be less/));
    expect(field(LEAST)).toBeInvalid();
    expect(screen.getAllByText(/least brightness has to be less/)).toHaveLength(1);
  });

  it('are only looked at by an auditor', async () => {
    const auditor = api().on('GET', '/auth/me', () => ({ json: aUser({ role: 'auditor' }) }));
    const { user } = await renderApp('/settings', auditor);
    const shown = await section();
    await user.click(await shown.findByRole('button', { name: 'Show' }));
    for (const field of shown.getAllByRole('textbox')) expect(field).toBeDisabled();
    expect(shown.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
  });
});
