import { employeeQr, type CheckInAnswer } from '@rollcall/contracts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { FakeApi, refused } from '../../testing/fake-api.js';
import { fakeCamera } from '../../testing/fake-camera.js';
import { renderApp } from '../../testing/render-app.js';
import { anAnswer, aSelf } from '../../testing/samples.js';
import { IDLE_MS } from './pin-panel.js';
import * as qr from './read-qr.js';

// jsdom draws no pictures; the code of a printed card is read in the server's own tests.
jest.mock('./read-qr.js', () => ({ readQr: jest.fn() }));
const readQr = jest.mocked(qr.readQr);

const twins = anAnswer({ decision: 'ambiguous', person: null, direction: null, pinAccepted: true });

const kiosk = () =>
  new FakeApi()
    .on('GET', '/devices/self', () => ({ json: aSelf() }))
    .on('POST', '/check-ins', ({ body }) => ({
      status: 201,
      json: body instanceof FormData ? anAnswer({ method: 'face+pin' }) : twins,
    }));

async function openNumber(api: FakeApi) {
  const view = await renderApp('/kiosk', api);
  await view.user.click(await screen.findByRole('button', { name: 'Use number and PIN instead' }));
  return { ...view, pad: await screen.findByRole('dialog', { name: 'Number and PIN' }) };
}
async function beTwins(api: FakeApi) {
  const view = await renderApp('/kiosk', api);
  const button = await screen.findByRole('button', { name: 'Check in' });
  await waitFor(() => expect(button).toBeEnabled());
  await view.user.click(button);
  return { ...view, pad: await screen.findByRole('dialog', { name: 'Your PIN, please' }) };
}
async function press({ user, pad }: Awaited<ReturnType<typeof openNumber>>, digits: string) {
  for (const digit of digits) await user.click(within(pad).getByRole('button', { name: digit }));
  await user.click(within(pad).getByRole('button', { name: 'Enter' }));
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  localStorage.clear();
  localStorage.setItem('rollcall-device-key', 'rck_good');
  fakeCamera();
});
afterEach(() => jest.useRealTimers());

describe('a face that left several people', () => {
  it('is asked for a PIN, and the same frame goes out again with it', async () => {
    const api = kiosk();
    const view = await beTwins(api);
    await press(view, '482913');
    expect(await screen.findByTestId('answer')).toHaveTextContent('Welcome, Mina Okafor');
    const [first, second] = api.to('POST', '/check-ins');
    const form = second?.body as FormData;
    expect(form.get('pin')).toBe('482913');
    expect((form.get('frame') as File).size).toBe((first?.body as Blob).size);
    expect(second?.headers['captured-at']).toBe(first?.headers['captured-at']);
    expect(second?.headers['idempotency-key']).not.toBe(first?.headers['idempotency-key']);
    expect(JSON.stringify(second?.headers)).not.toContain('482913');
  });

  it('may try again after a wrong PIN, which is gone from the field', async () => {
    const api = kiosk().on('POST', '/check-ins', () => ({ status: 201, json: twins }));
    const view = await beTwins(api);
    await press(view, '482913');
    expect(await within(view.pad).findByRole('alert')).toHaveTextContent('This is the PIN of neither.');
    expect(within(view.pad).getByLabelText('PIN')).toHaveValue('');
  });

  it('is told when no PIN opens any more', async () => {
    const locked: CheckInAnswer = { ...twins, pinAccepted: false };
    const api = kiosk().on('POST', '/check-ins', ({ body }) => ({
      status: 201,
      json: body instanceof FormData ? locked : twins,
    }));
    await press(await beTwins(api), '482913');
    expect(await screen.findByTestId('answer')).toHaveTextContent(/Too many wrong PINs/);
  });

  it('keeps no pad open for whoever comes next', async () => {
    const { pad } = await beTwins(kiosk());
    jest.useFakeTimers();
    fireEvent.click(within(pad).getByRole('button', { name: '4' }));
    expect(within(pad).getByLabelText('PIN')).toHaveValue('4');
    act(() => void jest.advanceTimersByTime(IDLE_MS));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('number and PIN', () => {
  const matched = { status: 201, json: anAnswer({ method: 'pin' }) };

  it('check somebody in without a picture', async () => {
    const api = kiosk().on('POST', '/check-ins/pin', () => matched);
    const view = await openNumber(api);
    await press(view, '1042');
    await press(view, '482913');
    expect(await screen.findByTestId('answer')).toHaveTextContent('Welcome, Mina Okafor');
    const [sent] = api.to('POST', '/check-ins/pin');
    expect(sent?.body).toEqual({ employeeNo: '1042', pin: '482913' });
    expect(sent?.headers).toMatchObject({ 'x-device-key': 'rck_good' });
  });

  it('can be typed, also numbers with letters', async () => {
    const api = kiosk().on('POST', '/check-ins/pin', () => matched);
    const { user } = await openNumber(api);
    await user.keyboard('A-17{Enter}482x913{Enter}');
    await waitFor(() =>
      expect(api.to('POST', '/check-ins/pin')[0]?.body).toEqual({ employeeNo: 'A-17', pin: '482913' }),
    );
  });

  it.each([
    ['PIN_WRONG', 403, 'The number or the PIN is not right.'],
    ['TOO_MANY_REQUESTS', 429, 'Too many attempts. Wait a minute and try again.'],
  ])('say in words what %s means and stay', async (code, status, sentence) => {
    const api = kiosk().on('POST', '/check-ins/pin', () => refused(code, status));
    const { user, pad } = await openNumber(api);
    await user.keyboard('1042{Enter}482913{Enter}');
    expect(await within(pad).findByRole('alert')).toHaveTextContent(sentence);
    expect(within(pad).getByLabelText('Employee number')).toHaveValue('1042');
  });

  it('need a connection, and say so; nothing is kept for later', async () => {
    const api = kiosk();
    const { user, pad } = await openNumber(api);
    api.offline = true;
    await user.keyboard('1042{Enter}482913{Enter}');
    expect(await within(pad).findByRole('alert')).toHaveTextContent(
      /A PIN can only be checked while there is one/,
    );
    expect(screen.queryByText('1 waiting')).not.toBeInTheDocument();
  });
});

describe('the code of a badge', () => {
  it('fills in the number and goes on to the PIN, which is still asked for', async () => {
    readQr.mockResolvedValueOnce(null).mockResolvedValue(employeeQr('A-17'));
    const api = kiosk().on('POST', '/check-ins/pin', () => ({
      status: 201,
      json: anAnswer({ method: 'pin' }),
    }));
    const { user, pad } = await openNumber(api);
    await user.click(within(pad).getByRole('button', { name: 'Scan the badge' }));
    await waitFor(() => expect(within(pad).getByLabelText('Employee number')).toHaveValue('A-17'));
    expect(within(pad).getByRole('button', { name: 'Scan the badge' })).toBeVisible();
    expect(api.to('POST', '/check-ins/pin')).toHaveLength(0);
    await user.keyboard('482913{Enter}');
    await waitFor(() =>
      expect(api.to('POST', '/check-ins/pin')[0]?.body).toEqual({ employeeNo: 'A-17', pin: '482913' }),
    );
  });

  it('is told apart from other codes', async () => {
    readQr.mockResolvedValue('https://example.com');
    const { user, pad } = await openNumber(kiosk());
    await user.click(within(pad).getByRole('button', { name: 'Scan the badge' }));
    expect(await within(pad).findByText(/This is not the code of a badge/)).toBeVisible();
    expect(within(pad).getByLabelText('Employee number')).toHaveValue('');
  });
});
