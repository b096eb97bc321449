import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aBadge, aStyle } from '../../../testing/badge-samples.js';
import { FakeApi, page, refused } from '../../../testing/fake-api.js';
import { renderApp } from '../../../testing/render-app.js';
import { aFace, aPerson, aQuality, aUser, idOf } from '../../../testing/samples.js';

const mosaic = aStyle();
const ink = aStyle({ id: idOf(701), key: 'ink-wash', name: 'Ink wash' });
const preset = aStyle({ id: idOf(702), key: 'swift', name: 'Swift', kind: 'preset', instant: true });
const own = aStyle({ id: idOf(703), key: null, name: 'Our mural', kind: 'uploaded' });
const better = aFace({ id: idOf(201), quality: aQuality({ score: 0.95 }) });
const mina = `/badges/new?person=${aPerson().id}`;

const studio = (styles = [preset, mosaic, ink, own]) =>
  new FakeApi()
    .on('GET', '/styles', () => page(styles))
    .on('GET', '/people/:id/faces', () => page([aFace(), better]))
    .on('POST', '/badges', () => ({ status: 202, json: { jobId: idOf(600), badgeId: idOf(800) } }))
    .on('GET', '/badges/:id', () => ({ json: aBadge() }));

describe('the studio', () => {
  it('paints the chosen photo in the chosen style, by what the sliders say', async () => {
    const { api, user } = await renderApp(mina, studio());
    await user.click(await screen.findByRole('button', { name: 'Photo 1' }));
    await user.click(await screen.findByRole('button', { name: 'Mosaic' }));
    const strength = screen.getByRole('slider', { name: 'Strength' });
    expect(strength).toHaveAttribute('aria-valuetext', 'Clearly painted');
    fireEvent.keyDown(strength, { key: 'End' });
    expect(strength).toHaveAttribute('aria-valuetext', 'Entirely painted');
    await user.click(screen.getByRole('switch', { name: /^Keep the photo's colours/ }));
    await user.click(screen.getByRole('button', { name: 'Paint the portrait' }));
    await screen.findByRole('heading', { name: 'Portrait of Mina Okafor' });
    expect(api.to('POST', '/badges')[0]?.body).toMatchObject({
      personId: aPerson().id,
      faceId: aFace().id,
      styleId: mosaic.id,
      blend: [],
      strength: 1,
      preserveColor: true,
      protectFace: true,
      steps: 300,
    });
  });

  it.each([
    ['VALIDATION_FAILED', 400],
    ['BADGE_NOT_FOUND', 404],
  ])('begins a new one where the address names a portrait that is not there (%s)', async (code, status) => {
    const api = studio().on('GET', '/badges/:id', () => refused(code, status));
    const { user } = await renderApp('/badges/new?from=abc', api);
    expect(await screen.findByText('There is no such portrait')).toBeVisible();
    expect(screen.queryByText(/another look/)).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All portraits' })).toHaveAttribute('href', '/badges');
    await user.click(screen.getByRole('link', { name: 'New portrait' }));
    expect(await screen.findByRole('heading', { name: 'Who' })).toBeVisible();
  });

  it('chooses the best photo where nobody does, and says how long it will take', async () => {
    await renderApp(mina, studio());
    expect(await screen.findByRole('button', { name: 'Photo 2, best quality' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const effort = screen.getByRole('slider', { name: 'Effort' });
    expect(effort).toHaveAttribute('aria-valuetext', 'Good · about 3 minutes');
    fireEvent.keyDown(effort, { key: 'Home' });
    expect(effort).toHaveAttribute('aria-valuetext', 'A sketch · about 35 seconds');
  });

  it('has no settings for an instant style that it does not know', async () => {
    const { user } = await renderApp(mina, studio());
    await user.click(await screen.findByRole('button', { name: 'Swift, Instant' }));
    expect(screen.queryByRole('slider', { name: 'Effort' })).not.toBeInTheDocument();
    expect(screen.getByText('Painted in a second or two, then looked at as a kiosk would.')).toBeVisible();
  });

  it('mixes styles by weight, without those that paint alone', async () => {
    const { api, user } = await renderApp(mina, studio());
    await user.click(await screen.findByRole('button', { name: 'Mosaic' }));
    await user.click(screen.getByRole('switch', { name: /^Mix several styles/ }));
    expect(screen.getByRole('button', { name: 'Swift, Instant' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Ink wash' }));
    const share = screen.getByRole('slider', { name: 'Share of Ink wash' });
    expect(share).toHaveAttribute('aria-valuetext', '50%');
    fireEvent.keyDown(share, { key: 'End' });
    expect(share).toHaveAttribute('aria-valuetext', '67%');
    await user.click(screen.getByRole('button', { name: 'Paint the portrait' }));
    await waitFor(() => expect(api.to('POST', '/badges')).toHaveLength(1));
    expect(api.to('POST', '/badges')[0]?.body).toMatchObject({ blend: [{ styleId: ink.id, weight: 2 }] });
  });

  it('says what to install where styles cannot be painted', async () => {
    await renderApp(mina, studio([preset, { ...mosaic, usable: false }]));
    expect(await screen.findByText('npm run rollcall -- models pull vgg16')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Mosaic' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Swift, Instant' })).toBeEnabled();
  });

  it('runs again with the settings of a portrait, of which one is changed', async () => {
    const before = aBadge({ settings: { ...aBadge().settings, brush: 2, seed: 7, contentWeight: 3 } });
    const api = studio().on('GET', '/badges/:id', () => ({ json: before }));
    const { user } = await renderApp(`/badges/new?from=${before.id}`, api);
    expect(await screen.findByRole('button', { name: 'Mosaic' })).toHaveAttribute('aria-pressed', 'true');
    fireEvent.keyDown(screen.getByRole('slider', { name: 'Strength' }), { key: 'Home' });
    await user.click(screen.getByRole('button', { name: 'Paint the portrait' }));
    await waitFor(() => expect(api.to('POST', '/badges')).toHaveLength(1));
    expect(api.to('POST', '/badges')[0]?.body).toMatchObject({ ...before.settings, strength: 0.1 });
  });

  it('keeps the settings when the portrait is run again of another person', async () => {
    const before = aBadge({ settings: { ...aBadge().settings, brush: 2, seed: 7 } });
    const jonas = aPerson({ id: idOf(101), name: 'Jonas Weber', employeeNo: '1043' });
    const api = studio()
      .on('GET', '/badges/:id', () => ({ json: before }))
      .on('GET', '/people', () => page([aPerson(), jonas]))
      .on('GET', '/people/:id', ({ path }) => ({ json: path.endsWith(jonas.id) ? jonas : aPerson() }));
    const { user } = await renderApp(`/badges/new?from=${before.id}`, api);
    await user.click(await screen.findByRole('combobox', { name: 'Person' }));
    await user.click(await screen.findByRole('option', { name: /Jonas Weber/ }));
    expect(await screen.findByText('Jonas Weber')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Change and run again' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Paint the portrait' }));
    await waitFor(() => expect(api.to('POST', '/badges')).toHaveLength(1));
    const asked = { ...before.settings, personId: jonas.id, styleId: mosaic.id };
    expect(api.to('POST', '/badges')[0]?.body).toMatchObject(asked);
    expect(api.to('POST', '/badges')[0]?.body).not.toHaveProperty('faceId');
  });

  it.each([
    [[ink], 'Choose a style first.'],
    [[{ ...mosaic, usable: false }, ink], /^This style needs the painting weights, which are not installed/],
  ])('says what is wanting where the style of a portrait cannot be had any more', async (styles, hint) => {
    await renderApp(`/badges/new?from=${aBadge().id}`, studio(styles));
    expect(await screen.findByText(hint)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Paint the portrait' })).toBeDisabled();
  });

  it('says that a style of the mixture was deleted, and paints without it', async () => {
    const before = aBadge({ blend: [{ styleId: own.id, weight: 1 }] });
    const api = studio([mosaic, ink]).on('GET', '/badges/:id', () => ({ json: before }));
    const { user } = await renderApp(`/badges/new?from=${before.id}`, api);
    expect(await screen.findByText(/A style that was chosen has been deleted/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Paint the portrait' }));
    await waitFor(() => expect(api.to('POST', '/badges')).toHaveLength(1));
    expect(api.to('POST', '/badges')[0]?.body).toMatchObject({ styleId: mosaic.id, blend: [] });
  });

  it('says in words why the server will not paint', async () => {
    const api = studio().on('POST', '/badges', () => refused('CONSENT_REQUIRED', 409));
    const { user } = await renderApp(mina, api);
    await user.click(await screen.findByRole('button', { name: 'Mosaic' }));
    await user.click(screen.getByRole('button', { name: 'Paint the portrait' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/has not given consent yet/);
  });

  it('sends those without a photo to where one is enrolled', async () => {
    const api = studio().on('GET', '/people/:id/faces', () => page([]));
    await renderApp(mina, api);
    expect(await screen.findByRole('link', { name: 'Enrol a photo' })).toHaveAttribute(
      'href',
      `/people/${aPerson().id}`,
    );
    expect(screen.getByRole('button', { name: 'Paint the portrait' })).toBeDisabled();
    expect(screen.getByText('An enrolled photo is needed first.')).toBeVisible();
  });

  it('knows when nobody could be painted', async () => {
    const api = studio().on('GET', '/people', () => page([aPerson({ enrolled: false })]));
    await renderApp('/badges/new', api);
    expect(await screen.findByText('Nobody has a photo yet')).toBeVisible();
  });

  it('is out of sight for auditors', async () => {
    const api = studio().on('GET', '/auth/me', () => ({ json: aUser({ role: 'auditor' }) }));
    await renderApp(mina, api);
    expect(await screen.findByText('Not for your role')).toBeVisible();
  });
});

describe('a style of one’s own', () => {
  it('is added under the name of its file, and chosen', async () => {
    let styles = [mosaic];
    const api = studio()
      .on('GET', '/styles', () => page(styles))
      .on('POST', '/styles', () => {
        styles = [mosaic, own];
        return { status: 201, json: own };
      });
    const { user } = await renderApp(mina, api);
    await user.click(await screen.findByRole('button', { name: 'Add your own' }));
    const dialog = await screen.findByRole('dialog');
    const file = new File(['paint'], 'Our mural.jpg', { type: 'image/jpeg' });
    await user.upload(
      within(dialog).getByLabelText('Drop a picture here, or click to choose', { selector: 'input' }),
      file,
    );
    expect(await within(dialog).findByLabelText('Name')).toHaveValue('Our mural');
    await user.click(within(dialog).getByRole('button', { name: 'Add the style' }));
    expect(await screen.findByRole('button', { name: 'Our mural' })).toHaveAttribute('aria-pressed', 'true');
    expect((api.to('POST', '/styles')[0]?.body as FormData).get('name')).toBe('Our mural');
  });

  it('is deleted after a question; while it is in use, the reason is told', async () => {
    const api = studio().on('DELETE', '/styles/:id', () => refused('STYLE_IN_USE', 409));
    const { user } = await renderApp(mina, api);
    await user.click(await screen.findByRole('button', { name: 'Delete the style Our mural' }));
    expect(api.to('DELETE', `/styles/${own.id}`)).toHaveLength(0);
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(await screen.findByText(/A portrait is being painted in this style/)).toBeVisible();
  });
});
