import type { Badge, Job } from '@rollcall/contracts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aBadge, aStyle } from '../../../testing/badge-samples.js';
import { FakeApi, page, refused } from '../../../testing/fake-api.js';
import { aJob } from '../../../testing/oversight-samples.js';
import { renderApp } from '../../../testing/render-app.js';
import { aFace, aUser, idOf } from '../../../testing/samples.js';

const address = `/badges/${aBadge().id}`;
const job = aJob({ kind: 'badges.render', step: 20, steps: 60, progress: 32, loss: 21 });
const preview = `/api/v1/badges/${aBadge().id}/preview.png?step=20`;
const growing = aBadge({
  state: 'active',
  step: 20,
  losses: [
    [1, 120, 256],
    [20, 21, 256],
  ],
  likeness: null,
  previewUrl: preview,
  portraitUrl: null,
  finishedAt: null,
});

const showing = (badge: Badge, its: Job = job) =>
  new FakeApi()
    .on('GET', '/badges/:id', () => ({ json: badge }))
    .on('GET', '/badges/template', () => ({ json: {} }))
    .on('GET', '/badges/cards', () => ({
      json: { items: [{ badgeId: badge.id, unprintable: ['🙂'], cut: ['Wolfeschlegelsteinhausen'] }] },
    }))
    .on('GET', '/badges', () => page([badge]))
    .on('GET', '/jobs/:id', () => ({ json: its }));

/** The server's stream, told from here. */
class ToldEvents extends EventTarget {
  static readonly CLOSED = 2;
  static last: ToldEvents | null = null;
  readyState = 1;
  constructor(readonly url: string) {
    super();
    ToldEvents.last = this;
  }
  close() {}
  tell(told: Job) {
    this.dispatchEvent(new MessageEvent('job', { data: JSON.stringify(told) }));
  }
}

describe('a portrait while it grows', () => {
  it('waits again after an attempt that failed, whatever it had painted', async () => {
    const waiting = { ...job, state: 'waiting' as const, attempts: 1 };
    await renderApp(address, showing({ ...growing, state: 'waiting' }, waiting));
    expect(await screen.findByRole('heading', { name: 'Waiting for its turn' })).toBeVisible();
    expect(screen.getByText('It is next.')).toBeVisible();
    expect(screen.queryByText(/^Step \d+ of/)).not.toBeInTheDocument();
  });

  it('says only why it cannot be painted, where that is known', async () => {
    const error = { code: 'STYLE_WEIGHTS_MISSING', detail: 'no weights' };
    await renderApp(address, showing({ ...growing, state: 'waiting' }, { ...job, state: 'waiting', error }));
    expect(await screen.findByText(/^The weights that this style is painted with/)).toBeVisible();
    expect(screen.queryByText('Waiting for its turn')).not.toBeInTheDocument();
    expect(screen.queryByText('It is next.')).not.toBeInTheDocument();
  });

  it('is not there where the address names none', async () => {
    const api = showing(growing).on('GET', '/badges/:id', () => refused('VALIDATION_FAILED', 400));
    await renderApp('/badges/garbage', api);
    expect(await screen.findByText(/^There is no such portrait/)).toBeVisible();
    expect(screen.queryByText(/another look/)).not.toBeInTheDocument();
  });

  it('says before its card is printed which characters would be squares', async () => {
    await renderApp(address, showing(aBadge()));
    expect(await screen.findByText(/shows a square for each: 🙂/)).toBeVisible();
    expect(screen.getByText(/is cut short: Wolfeschlegelsteinhausen/)).toBeVisible();
  });

  it('counts no steps where the style paints at once', async () => {
    const api = showing({ ...growing, step: 0, losses: [], previewUrl: null }, aJob({ progress: 50 }));
    api.on('GET', '/styles', () => page([aStyle({ kind: 'preset', instant: true })]));
    await renderApp(address, api);
    expect(await screen.findByText('50%')).toBeVisible();
    await waitFor(() => expect(screen.queryByText(/^Step \d+ of/)).not.toBeInTheDocument());
    expect(screen.getByRole('status')).toHaveTextContent(/^Being painted$/);
  });

  it('shows picture, step and curve, and follows what the server tells', async () => {
    Object.assign(window, { EventSource: ToldEvents });
    await renderApp(address, showing(growing));
    expect(await screen.findByText('Step 20 of 60')).toBeVisible();
    expect(await screen.findByText('32%')).toBeVisible();
    expect(
      screen.getByRole('img', { name: /The loss fell to 18% of what it was at first, at step 20/ }),
    ).toBeVisible();
    await waitFor(() => expect(ToldEvents.last?.url).toBe(`/api/v1/jobs/${job.id}/stream`));
    act(() => ToldEvents.last?.tell({ ...job, step: 30, progress: 48, loss: 14 }));
    expect(await screen.findByText('Step 30 of 60')).toBeVisible();
    expect(screen.getByRole('img', { name: /fell to 12% .* at step 30/ })).toBeVisible();
  });

  it('keeps the picture of the moment until the next one has loaded', async () => {
    const { container } = await renderApp(address, showing(growing));
    await waitFor(() => expect(container.querySelector(`img[src="${preview}"]`)).not.toBeNull());
    expect(screen.getByText('The first strokes come in a moment')).toBeVisible();
    fireEvent.load(container.querySelector(`img[src="${preview}"]`)!);
    expect(await screen.findByAltText(/as it is at the moment/)).toHaveAttribute('src', preview);
  });

  it('is stopped only after a question, which says that the picture stays', async () => {
    const cancel = `/jobs/${job.id}/cancel`;
    const api = showing(growing).on('POST', cancel, () => ({ json: { ...job, cancelRequested: true } }));
    const { user } = await renderApp(address, api);
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(await screen.findByText(/is kept as the portrait/)).toBeVisible();
    expect(api.to('POST', cancel)).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Stop painting' }));
    expect(await screen.findByRole('button', { name: 'Stopping …' })).toBeDisabled();
  });

  it('says how many come before it', async () => {
    const waiting = aBadge({ id: idOf(899), state: 'waiting', step: 0, losses: [], portraitUrl: null });
    const api = showing(waiting, aJob({ state: 'waiting', progress: 0 })).on('GET', '/badges', () =>
      page([waiting, growing]),
    );
    await renderApp(`/badges/${waiting.id}`, api);
    expect(await screen.findByText('1 portrait comes before it.')).toBeVisible();
  });
});

describe('a finished portrait', () => {
  it('is compared with its photo by a handle that the keyboard moves too', async () => {
    await renderApp(address, showing(aBadge()));
    const handle = await screen.findByRole('slider', { name: 'Compare photo and portrait' });
    expect(screen.getByAltText('Photo of Mina Okafor')).toBeVisible();
    fireEvent.change(handle, { target: { value: '80' } });
    expect(handle).toHaveAttribute('aria-valuetext', '80% of the photo shown');
  });

  it('is not told to be painted anew by settings that its style has not', async () => {
    const likeness = { faceFound: true, similarity: 0.3, threshold: 0.42, recognisable: false };
    const api = showing(aBadge({ likeness }));
    const gentle = aStyle({ id: idOf(701), key: 'woman-with-a-hat', kind: 'preset', instant: true });
    api.on('GET', '/styles', () => page([gentle, aStyle({ kind: 'preset', instant: true })]));
    await renderApp(address, api);
    expect(
      await screen.findByText(/with less strength, or in a gentler style, such as Woman with a Hat/),
    ).toBeVisible();
  });

  it('stands alone once its photo was removed', async () => {
    await renderApp(address, showing(aBadge({ faceId: null })));
    expect(await screen.findByAltText('Portrait of Mina Okafor')).toBeVisible();
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
  });

  it.each([
    [{ similarity: 0.71 }, 'Clearly this person'],
    [{ similarity: 0.45 }, 'Recognisable'],
    [{ similarity: 0.3, recognisable: false }, 'Hardly recognisable'],
    [{ similarity: null }, 'The likeness could not be judged'],
    [{ faceFound: false, similarity: null, recognisable: false }, 'No face can be found on it'],
  ])('says of a likeness %j: %s', async (change, verdict) => {
    const likeness = { faceFound: true, threshold: 0.42, recognisable: true, ...change };
    await renderApp(address, showing(aBadge({ likeness })));
    expect(await screen.findByText(verdict)).toBeVisible();
  });

  it.each([
    [{ similarity: 0.71, threshold: 0.4 }, 'Likeness 0.71, recognised from 0.40'],
    [{ similarity: 0.398, threshold: 0.4 }, 'Likeness 0.398, recognised from 0.400'],
  ])('shows how alike it is as a number and a bar: %j', async (change, words) => {
    const likeness = { faceFound: true, recognisable: true, ...change };
    await renderApp(address, showing(aBadge({ likeness })));
    expect(await screen.findByText(words)).toBeVisible();
    const meter = screen.getByRole('meter', { name: 'Likeness' });
    expect(meter).toHaveAttribute('aria-valuetext', words);
    expect(meter.children[1]).toHaveStyle({ insetInlineStart: '40%' });
  });

  it('draws its card on request only, because that is noted', async () => {
    const { user } = await renderApp(address, showing(aBadge()));
    const show = await screen.findByRole('button', { name: 'Show the card' });
    expect(screen.queryByAltText('Front of the card of Mina Okafor')).not.toBeInTheDocument();
    await user.click(show);
    expect(screen.getByAltText('Back of the card of Mina Okafor')).toHaveAttribute(
      'src',
      `/api/v1/badges/${aBadge().id}/card.png?side=back`,
    );
  });

  it('is run again, and deleted after a question', async () => {
    const api = showing(aBadge()).on('DELETE', '/badges/:id', () => ({ status: 204 }));
    const { user } = await renderApp(address, api);
    expect(await screen.findByRole('link', { name: 'Change and run again' })).toHaveAttribute(
      'href',
      `/badges/new?from=${aBadge().id}`,
    );
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(api.to('DELETE', address)).toHaveLength(0);
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByRole('heading', { name: 'Badges' })).toBeVisible();
    expect(api.to('DELETE', address)).toHaveLength(1);
  });

  it('keeps its picture from auditors', async () => {
    const api = showing(aBadge()).on('GET', '/auth/me', () => ({ json: aUser({ role: 'auditor' }) }));
    const { container } = await renderApp(address, api);
    expect(await screen.findByText(/sees what was painted and when, but no portraits/)).toBeVisible();
    expect(container.innerHTML).not.toContain('portrait.png');
    expect(container.innerHTML).not.toContain(aFace().id);
  });
});

describe('a portrait that nothing came of', () => {
  it('says why in words, and can be tried again', async () => {
    const error = { code: 'PHOTO_REMOVED', detail: 'gone' };
    const failed = aBadge({ state: 'failed', error, portraitUrl: null, likeness: null });
    await renderApp(address, showing(failed));
    expect(await screen.findByText(/The photo that was to be painted was removed/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(document.body).not.toHaveTextContent('PHOTO_REMOVED');
  });

  it('was called off before there was a picture', async () => {
    await renderApp(address, showing(aBadge({ state: 'cancelled', portraitUrl: null, likeness: null })));
    expect(await screen.findByText('This portrait was cancelled')).toBeVisible();
    expect(screen.getByText(aStyle().name, { selector: 'dd' })).toBeVisible();
  });
});
