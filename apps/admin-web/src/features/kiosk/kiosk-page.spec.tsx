import type { CheckInAnswer } from '@rollcall/contracts';
import { act, screen, waitFor } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { FakeApi, refused } from '../../testing/fake-api.js';
import { fakeCamera } from '../../testing/fake-camera.js';
import { renderApp } from '../../testing/render-app.js';
import { anAnswer, aSelf } from '../../testing/samples.js';

const paired = (answer: Partial<CheckInAnswer> = {}) =>
  new FakeApi()
    .on('GET', '/devices/self', ({ headers }) =>
      headers['x-device-key'] === 'rck_good' ? { json: aSelf() } : refused('DEVICE_KEY_INVALID', 401),
    )
    .on('POST', '/check-ins', () => ({ status: 201, json: anAnswer(answer) }));

async function checkIn(api: FakeApi) {
  const view = await renderApp('/kiosk', api);
  const button = await screen.findByRole('button', { name: 'Check in' });
  await waitFor(() => expect(button).toBeEnabled());
  await view.user.click(button);
  return view;
}
const nobody = { person: null, direction: null };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  localStorage.clear();
  localStorage.setItem('rollcall-device-key', 'rck_good');
  fakeCamera();
});

describe('pairing', () => {
  it('keeps only a key that the server knows', async () => {
    localStorage.clear();
    const { user } = await renderApp('/kiosk', paired());
    await user.type(await screen.findByLabelText('Device key'), 'rck_wrong{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('This device key is not valid');
    expect(localStorage.getItem('rollcall-device-key')).toBeNull();
    await user.clear(screen.getByLabelText('Device key'));
    await user.type(screen.getByLabelText('Device key'), 'rck_good{Enter}');
    expect(await screen.findByRole('button', { name: 'Check in' })).toBeVisible();
    expect(localStorage.getItem('rollcall-device-key')).toBe('rck_good');
    expect(await screen.findByText('Front door')).toBeVisible();
  });

  it('says so when the key was replaced', async () => {
    localStorage.setItem('rollcall-device-key', 'rck_old');
    await renderApp('/kiosk', paired());
    expect(await screen.findByText(/no longer valid/)).toBeVisible();
  });

  it('ends only after the button was held', async () => {
    const { user } = await renderApp('/kiosk', paired());
    await user.click(await screen.findByRole('button', { name: 'Kiosk settings' }));
    const button = await screen.findByRole('button', { name: 'Hold to unpair' });
    await user.click(button);
    expect(localStorage.getItem('rollcall-device-key')).toBe('rck_good');
    await user.pointer({ keys: '[MouseLeft>]', target: button });
    await waitFor(() => expect(localStorage.getItem('rollcall-device-key')).toBeNull(), { timeout: 3_000 });
  });
});

describe('the answer', () => {
  it.each<[string, Partial<CheckInAnswer>, string[]]>([
    ['matched, in', {}, ['Welcome, Mina Okafor', 'Checked in at 08:58']],
    ['matched, out', { direction: 'out' }, ['Goodbye, Mina Okafor', 'Checked out at 08:58']],
    ['duplicate', { decision: 'duplicate' }, ['Mina Okafor, you are already checked in']],
    ['duplicate, out', { decision: 'duplicate', direction: 'out' }, ['you are already checked out']],
    ['unknown', { decision: 'unknown', ...nobody }, ['Not recognised']],
    ['ambiguous', { decision: 'ambiguous', ...nobody }, ['Two people look alike here']],
    [
      'spoof',
      { decision: 'spoof', ...nobody },
      [
        'No living face was seen. Step back a little, put away pictures and screens, and try again, or see reception.',
      ],
    ],
    ['no_face', { decision: 'no_face', ...nobody }, ['No face seen']],
    [
      'low_quality',
      { decision: 'low_quality', ...nobody, reasons: ['TOO_DARK', 'BLURRED'] },
      ['Too dark: add light from the front.', 'hold still and let the camera focus'],
    ],
  ])('%s', async (_, answer, sentences) => {
    const { api } = await checkIn(paired(answer));
    const panel = await screen.findByTestId('answer');
    for (const sentence of sentences) expect(panel).toHaveTextContent(sentence);
    const headers = api.to('POST', '/check-ins')[0]?.headers ?? {};
    expect(headers).toMatchObject({ 'x-device-key': 'rck_good', 'content-type': 'image/jpeg' });
    expect(headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/);
    expect(headers['captured-at']).toMatch(/Z$/);
  });

  it('explains a blocked camera', async () => {
    fakeCamera({ fault: 'NotAllowedError' });
    await renderApp('/kiosk', paired());
    expect(await screen.findByText(/The camera is blocked/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Check in' })).toBeDisabled();
  });
});

describe('without a connection', () => {
  it('keeps the frame, says so, and sends the same one when the server is back', async () => {
    const api = paired();
    const view = await renderApp('/kiosk', api);
    const button = await screen.findByRole('button', { name: 'Check in' });
    await waitFor(() => expect(button).toBeEnabled());
    api.offline = true;
    await view.user.click(button);
    expect(await screen.findByTestId('answer')).toHaveTextContent('Saved for later');
    expect(await screen.findByText('1 waiting')).toBeVisible();

    api.offline = false;
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(screen.queryByText('1 waiting')).not.toBeInTheDocument());
    const sent = api.to('POST', '/check-ins');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers['captured-at']).toBeDefined();
  });

  it('shows what another refusal means and keeps nothing', async () => {
    await checkIn(paired().on('POST', '/check-ins', () => refused('CAPTURED_AT_IN_FUTURE')));
    expect(await screen.findByTestId('answer')).toHaveTextContent('The clock of this device runs ahead');
    expect(screen.queryByText('1 waiting')).not.toBeInTheDocument();
  });
});
