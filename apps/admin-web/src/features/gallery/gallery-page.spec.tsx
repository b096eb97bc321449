import type { GalleryStatus } from '@rollcall/contracts';
import { screen, within } from '@testing-library/react';
import { FakeApi, page, refused } from '../../testing/fake-api.js';
import { aGallery, aJob } from '../../testing/oversight-samples.js';
import { renderApp } from '../../testing/render-app.js';
import { aUser } from '../../testing/samples.js';

const PAGE = '/settings/gallery';
const server = (change: Partial<GalleryStatus> = {}) =>
  new FakeApi().on('GET', '/gallery', () => ({ json: aGallery(change) }));

describe('the gallery', () => {
  it('tells what searches, and what memory holds of the database', async () => {
    await renderApp(PAGE, server());
    expect(await screen.findByText('3,411 templates of 1,240 people, searched in memory.')).toBeVisible();
    const memory = screen.getByRole('region', { name: 'In memory' });
    expect(within(memory).getByText('3,411 of 3,411 templates')).toBeVisible();
    expect(within(memory).getByText('All are taken in')).toBeVisible();
    const index = screen.getByRole('region', { name: 'Index of the database' });
    expect(within(index).getByText('Not needed')).toBeVisible();
    expect(within(index).getByText('20,000 templates (now 3,411)')).toBeVisible();
  });

  it('says what is wrong and repairs it in the background', async () => {
    const job = aJob({ kind: 'gallery.index', progress: 30 });
    let jobs: unknown[] = [];
    const memory = { ...aGallery().memory, state: 'filling' as const, templates: 1000, version: 9118 };
    const api = server({ faults: ['The index is missing.'], memory })
      .on('GET', '/jobs', ({ query }) => page(query.get('kind') === 'gallery.index' ? jobs : []))
      .on('GET', `/jobs/${job.id}`, () => ({ json: job }))
      .on('POST', '/gallery/index', () => {
        jobs = [job];
        return { status: 202, json: { jobId: job.id } };
      });
    const { user } = await renderApp(PAGE, api);
    expect(await screen.findByRole('alert')).toHaveTextContent('The index is missing.');
    expect(screen.getByText('2 changes are still to be taken in')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Repair and rebuild …' }));
    await user.click(await screen.findByRole('button', { name: 'Repair' }));
    const running = await screen.findByRole('article', { name: 'Rebuilding the search index' });
    expect(within(running).getByText('30%')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Repair and rebuild …' })).toBeDisabled();
  });

  it('issues the templates under another key, or says what is missing for it', async () => {
    const api = server().on('POST', '/gallery/rotate-key', () => refused('KEY_ALREADY_SERVES', 409));
    const { user } = await renderApp(PAGE, api);
    await user.click(await screen.findByRole('button', { name: 'Issue all templates under the new key …' }));
    await user.click(await screen.findByRole('button', { name: 'Issue anew' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/This key serves already/);
  });

  it('says when it cannot be loaded', async () => {
    await renderApp(
      PAGE,
      new FakeApi().on('GET', '/gallery', () => refused('INTERNAL', 500)),
    );
    expect(await screen.findByText(/The server ran into an error/)).toBeVisible();
  });

  it('is looked at by an auditor', async () => {
    await renderApp(
      PAGE,
      server().on('GET', '/auth/me', () => ({ json: aUser({ role: 'auditor' }) })),
    );
    expect(await screen.findByText('All is well')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Repair and rebuild …' })).not.toBeInTheDocument();
  });
});
