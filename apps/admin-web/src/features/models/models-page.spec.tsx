import type { ModelList, ModelState } from '@rollcall/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeApi, refused } from '../../testing/fake-api.js';
import { aJob, aModel, anAgreement } from '../../testing/oversight-samples.js';
import { renderApp } from '../../testing/render-app.js';
import { aUser } from '../../testing/samples.js';

const PAGE = '/settings/models';
const open = aModel({
  pack: 'open',
  title: 'Open models',
  state: 'active',
  templates: 3411,
  facesWithout: 0,
});
const done = aJob({
  kind: 'models.prepare',
  state: 'completed',
  progress: 100,
  result: { ...anAgreement() },
});
const prepared = aModel({ state: 'prepared', templates: 3405, facesWithout: 6, jobId: done.id });
const list = (models: ModelState[], previous: string | null = null): ModelList => ({
  items: models,
  previous,
});

const server = (models: ModelState[], previous: string | null = null) =>
  new FakeApi()
    .on('GET', '/models', () => ({ json: list(models, previous) }))
    .on('GET', `/jobs/${done.id}`, () => ({ json: done }));
/** What opens slides into view. */
const shows = (text: string | RegExp) => waitFor(() => expect(screen.getByText(text)).toBeVisible());
const card = (name: string) => screen.findByRole('article', { name });

describe('the model packs', () => {
  it('are told apart by licence and state', async () => {
    const broken = aModel({ pack: 'x', title: 'Broken', state: 'unusable', fault: 'A file is missing.' });
    await renderApp(PAGE, server([open, aModel({ commercialUse: false }), broken]));
    expect(within(await card('Open models')).getByText('In use')).toBeVisible();
    expect(within(await card('Large models')).getByText(/for research only/)).toBeVisible();
    expect(within(await card('Broken')).getByText('A file is missing.')).toBeVisible();
    expect(within(await card('Broken')).queryByRole('button')).not.toBeInTheDocument();
  });

  it('say for how many people they are, where that was measured', async () => {
    await renderApp(PAGE, server([{ ...open, measurement: 'open', mostPeople: 60 }, aModel()]));
    expect(within(await card('Open models')).getByText('For up to about 60 people')).toBeVisible();
    expect(within(await card('Large models')).queryByText(/For up to/)).not.toBeInTheDocument();
  });

  it('are prepared in the background, with progress', async () => {
    const job = aJob({ kind: 'models.prepare', step: 1200, steps: 3411 });
    let models = [open, aModel()];
    const api = server(models)
      .on('GET', '/models', () => ({ json: list(models) }))
      .on('GET', `/jobs/${job.id}`, () => ({ json: job }))
      .on('POST', '/models/large/prepare', () => {
        models = [open, aModel({ state: 'preparing', jobId: job.id })];
        return { status: 202, json: { jobId: job.id } };
      });
    const { user } = await renderApp(PAGE, api);
    await user.click(within(await card('Large models')).getByRole('button', { name: 'Prepare' }));
    expect(await screen.findByText('1,200 of 3,411')).toBeVisible();
  });

  it('come with a report on what would change, in words', async () => {
    const { user } = await renderApp(`${PAGE}?report=${done.id}`, server([open, prepared]));
    expect(await screen.findByText(/99.5% of decisions stay the same: 1,990 of 2,000 photos/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: /Decisions that change/ }));
    await shows('recognised → taken for somebody else');
    await user.click(screen.getByRole('button', { name: /Photos that this pack cannot use/ }));
    await shows(/No face was found in this picture/);
    expect(document.body).not.toHaveTextContent('NO_FACE');
    expect(screen.getByRole('button', { name: /Photos under the threshold/ })).toBeDisabled();
  });

  it('change over only after a question that says whom it leaves out', async () => {
    const after = list(
      [
        { ...open, state: 'prepared' },
        { ...prepared, state: 'active' },
      ],
      'open',
    );
    const api = server([open, prepared]).on('POST', '/models/large/activate', () => ({ json: after }));
    const { user } = await renderApp(PAGE, api);
    await user.click(await screen.findByRole('button', { name: 'Activate …' }));
    expect(await screen.findByText(/6 faces have no template of this pack/)).toBeVisible();
    expect(api.to('POST', '/models/large/activate')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Activate' }));
    expect(await screen.findByText('“Large models” recognises people now.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Back to “Open models”' })).toBeVisible();
  });

  it('go back', async () => {
    const active = [
      { ...open, state: 'prepared' as const },
      { ...prepared, state: 'active' as const },
    ];
    const api = server(active, 'open').on('POST', '/models/rollback', () => ({
      json: list([open, prepared]),
    }));
    const { user } = await renderApp(PAGE, api);
    await user.click(await screen.findByRole('button', { name: 'Back to “Open models”' }));
    await user.click(await screen.findByRole('button', { name: 'Go back' }));
    expect(await screen.findByText('“Open models” recognises people now.')).toBeVisible();
  });

  it('say why a change over is refused, in words', async () => {
    const api = server([open, prepared]).on('POST', '/models/large/activate', () =>
      refused('MODEL_NOT_PREPARED', 409),
    );
    const { user } = await renderApp(PAGE, api);
    await user.click(await screen.findByRole('button', { name: 'Activate …' }));
    await user.click(await screen.findByRole('button', { name: 'Activate' }));
    expect(await screen.findByText(/This pack is not prepared for everybody yet/)).toBeVisible();
  });

  it('say when they cannot be loaded, and that there is none', async () => {
    const failing = await renderApp(
      PAGE,
      new FakeApi().on('GET', '/models', () => refused('INTERNAL', 500)),
    );
    expect(await screen.findByText(/The server ran into an error/)).toBeVisible();
    failing.unmount();
    await renderApp(PAGE, server([]));
    expect(await screen.findByText('No pack is installed')).toBeVisible();
  });

  it('are looked at by an auditor and changed by nobody but an administrator', async () => {
    const api = server([open, prepared], 'open').on('GET', '/auth/me', () => ({
      json: aUser({ role: 'auditor' }),
    }));
    const first = await renderApp(PAGE, api);
    const shown = await card('Large models');
    expect(within(shown).queryByRole('button', { name: 'Activate …' })).not.toBeInTheDocument();
    first.unmount();
    await renderApp(
      PAGE,
      server([open]).on('GET', '/auth/me', () => ({ json: aUser({ role: 'hr' }) })),
    );
    await waitFor(() => expect(screen.getByText('Not for your role')).toBeVisible());
  });
});
