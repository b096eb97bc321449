import { screen, waitFor, within } from '@testing-library/react';
import { aTemplate } from '../../../testing/badge-samples.js';
import { FakeApi } from '../../../testing/fake-api.js';
import { renderApp } from '../../../testing/render-app.js';
import { aUser } from '../../../testing/samples.js';
import { readableOn } from '@rollcall/contracts';

const PATH = '/badges/template';

describe('the design of the cards', () => {
  it('is shown while it is typed, and kept when it is saved', async () => {
    const api = new FakeApi().on('PUT', PATH, ({ body }) => ({
      json: { ...aTemplate(), ...(body as object) },
    }));
    const { user } = await renderApp('/badges/card', api);
    const company = await screen.findByLabelText('Company name');
    await user.clear(company);
    await user.type(company, 'Loom & Co');
    expect(within(screen.getByRole('figure', { name: 'Front' })).getByText('Loom & Co')).toBeVisible();
    expect(api.to('PUT', PATH)).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(api.to('PUT', PATH)).toHaveLength(1));
    expect(api.to('PUT', PATH)[0]?.body).toMatchObject({ companyName: 'Loom & Co', accent: '#0f5c63' });
    for (const told of ['hasLogo', 'logoColours', 'unprintable', 'cut'])
      expect(api.to('PUT', PATH)[0]?.body).not.toHaveProperty(told);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled());
  });

  it('warns of text that is hard to read, and of letters that cannot be printed', async () => {
    const api = new FakeApi().on('GET', PATH, () => ({
      json: aTemplate({ text: '#999999', companyName: 'Loom 🙂', unprintable: ['🙂'], cut: ['Loom 🙂'] }),
    }));
    const { user } = await renderApp('/badges/card', api);
    expect(await screen.findByText(/shows a square for each: 🙂/)).toBeVisible();
    expect(screen.getByText(/is cut short: Loom 🙂/)).toBeVisible();
    expect(within(screen.getByRole('figure', { name: 'Front' })).getByText('Loom □')).toBeVisible();
    expect(screen.getByText(/hard to read on this background/)).toBeVisible();
    const text = screen.getByLabelText('Text');
    await user.clear(text);
    await user.type(text, '#ffffff');
    expect(screen.getByText(/cannot be read on this background/)).toBeVisible();
  });

  it('puts a logo on white where the band would hide it, or as somebody decides', async () => {
    const api = new FakeApi().on('GET', PATH, () => ({
      json: aTemplate({ hasLogo: true, logoColours: ['#ffffff'] }),
    }));
    const { user, container } = await renderApp('/badges/card', api);
    await screen.findByRole('figure', { name: 'Front' });
    expect(container.querySelector('figure [data-white]')).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'White' }));
    expect(container.querySelector('figure [data-white]')).not.toBeNull();
  });

  it('takes a logo and gives it back', async () => {
    const api = new FakeApi()
      .on('PUT', `${PATH}/logo`, () => ({ json: aTemplate({ hasLogo: true }) }))
      .on('DELETE', `${PATH}/logo`, () => ({ json: aTemplate() }));
    const { user } = await renderApp('/badges/card', api);
    const drop = await screen.findByLabelText('Upload a logo', { selector: 'input' });
    await user.upload(drop, new File(['ink'], 'logo.png', { type: 'image/png' }));
    await user.click(await screen.findByRole('button', { name: 'Remove the logo' }));
    await waitFor(() => expect(api.to('DELETE', `${PATH}/logo`)).toHaveLength(1));
    await waitFor(() => expect(screen.queryByAltText('Logo')).not.toBeInTheDocument());
  });

  it('is seen by enrollers, and changed by administrators alone', async () => {
    const api = new FakeApi().on('GET', '/auth/me', () => ({ json: aUser({ role: 'enroller' }) }));
    await renderApp('/badges/card', api);
    expect(await screen.findByLabelText('Company name')).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
  });

  it('writes on the band in what reads best', () => {
    expect(['#0f5c63', '#ffe066', '#000000'].map(readableOn)).toEqual(['#ffffff', '#000000', '#ffffff']);
  });
});
