import { screen, waitFor, within } from '@testing-library/react';
import type { ImportResult, ImportRow } from '@rollcall/contracts';
import { FakeApi, page, refused } from '../../testing/fake-api.js';
import { aJob } from '../../testing/oversight-samples.js';
import { renderApp } from '../../testing/render-app.js';
import { aUser, idOf } from '../../testing/samples.js';

const list = (text: string) => new File([text], 'people.csv', { type: 'text/csv' });
const photos = new File(['zip'], 'photos.zip', { type: 'application/zip' });
const result: ImportResult = {
  rows: 2,
  created: 1,
  updated: 0,
  unchanged: 0,
  refused: 1,
  photos: 1,
  photosTaken: 0,
  photosUnchanged: 0,
  photosRefused: 1,
  unusedFiles: ['team.jpg'],
};
const done = aJob({ state: 'completed', progress: 100, result: { ...result } });
const rows: ImportRow[] = [
  {
    line: 2,
    employeeNo: '1042',
    name: 'Mina Okafor',
    personId: idOf(100),
    outcome: 'taken',
    photos: [{ name: 'a.jpg', outcome: 'refused', code: 'MULTIPLE_FACES', detail: 'Two faces.' }],
  },
  {
    line: 3,
    employeeNo: null,
    name: '=cmd()',
    personId: null,
    outcome: 'refused',
    code: 'ROW_INVALID',
    detail: 'employeeNo is empty.',
    photos: [],
  },
];
const server = () =>
  new FakeApi()
    .on('GET', `/jobs/${done.id}`, () => ({ json: done }))
    .on('GET', `/people/import/${done.id}/rows`, () => page(rows));

const put = async ({ user }: Awaited<ReturnType<typeof renderApp>>, csv: File) =>
  user.upload(
    await screen.findByLabelText('Drop the list here, or click to choose', { selector: 'input' }),
    csv,
  );

describe('importing people', () => {
  it('sends list and photos, then shows the report with a reason per photo', async () => {
    const api = server().on('POST', '/people/import', () => ({ status: 202, json: { jobId: done.id } }));
    const view = await renderApp('/people/import', api);
    await put(view, list('employeeNo,name\n1042,Mina\n'));
    await view.user.upload(
      screen.getByLabelText('Drop the photos here, or click to choose', { selector: 'input' }),
      photos,
    );
    await view.user.click(await screen.findByRole('button', { name: 'Start the import' }));

    const figure = await screen.findByRole('group', { name: 'Photos not taken' });
    expect(within(figure).getByText('1')).toBeVisible();
    expect(await screen.findByText(/There is more than one face in this picture/)).toBeVisible();
    expect(screen.getByText('employeeNo is empty.')).toBeVisible();
    expect(screen.getByText('team.jpg')).toBeVisible();
    expect(document.body).not.toHaveTextContent('MULTIPLE_FACES');
    const sent = api.to('POST', '/people/import')[0]?.body as FormData;
    expect([...sent.keys()]).toEqual(['csv', 'photos']);
    expect(view.router.state.location.search).toBe(`?job=${done.id}`);
  });

  it('finds a missing column before anything is sent', async () => {
    const view = await renderApp('/people/import', server());
    await put(view, list('\uFEFFnumber;name\n1042;Mina\n'));
    expect(await screen.findByRole('alert')).toHaveTextContent(/lacks: employeeNo\./);
    expect(screen.getByRole('button', { name: 'Start the import' })).toBeDisabled();
  });

  it('shows how much is sent and lets it be given up', async () => {
    const api = server().on('POST', '/people/import', () => new Promise(() => undefined));
    const view = await renderApp('/people/import', api);
    await put(view, list('employeeNo,name\n'));
    await view.user.click(screen.getByRole('button', { name: 'Start the import' }));
    expect(await screen.findByText('50%')).toBeVisible();
    await view.user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('button', { name: 'Start the import' })).toBeEnabled();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says why the server refuses a list', async () => {
    const api = server().on('POST', '/people/import', () => refused('PAYLOAD_TOO_LARGE', 413));
    const view = await renderApp('/people/import', api);
    await put(view, list('employeeNo,name\n'));
    await view.user.click(screen.getByRole('button', { name: 'Start the import' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This file is too large.');
  });

  it('hands the whole report over as a csv without formulas', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = (blob) => {
      saved.push(blob as Blob);
      return 'blob:test';
    };
    HTMLAnchorElement.prototype.click = () => undefined;
    const api = server();
    const { user } = await renderApp(`/people/import?job=${done.id}`, api);
    await user.click(await screen.findByRole('button', { name: 'Save as csv' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const text = Buffer.from(await (saved[0] as Blob).arrayBuffer()).toString();
    expect(text).toContain("3,,'=cmd(),,Not taken,employeeNo is empty.\r\n");
    expect(text).toContain('2,1042,Mina Okafor,a.jpg,Photo not taken,"There is more than one face');
    expect(api.to('GET', `/people/import/${done.id}/rows`).at(-1)?.query.get('outcome')).toBe('all');
  });

  it('is out of sight for hr', async () => {
    const api = server().on('GET', '/auth/me', () => ({ json: aUser({ role: 'hr' }) }));
    await renderApp('/people/import', api);
    expect(await screen.findByText('Not for your role')).toBeVisible();
  });
});
