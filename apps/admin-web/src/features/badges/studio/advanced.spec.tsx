import { fireEvent, screen } from '@testing-library/react';
import { aStyle } from '../../../testing/badge-samples.js';
import { FakeApi, page } from '../../../testing/fake-api.js';
import { renderApp } from '../../../testing/render-app.js';
import { aPerson } from '../../../testing/samples.js';

const studio = async (recipes: ReturnType<typeof aStyle>['recipes']) => {
  const api = new FakeApi().on('GET', '/styles', () => page([aStyle({ recipes })]));
  const { user } = await renderApp(`/badges/new?person=${aPerson().id}`, api);
  await user.click(await screen.findByRole('button', { name: 'Advanced' }));
  await user.click(await screen.findByRole('combobox', { name: 'Recipe' }));
};
const keras = () => screen.findByRole('option', { name: 'Gatys, as taught with Keras', hidden: true });

describe('the recipes to choose from', () => {
  it('are out of reach where the installed weights lack their layers, and say why', async () => {
    await studio(['portrait', 'gatys-torch']);
    expect(await keras()).toHaveAttribute('data-combobox-disabled', 'true');
    expect(screen.getByText(/need layers that the installed weights lack/)).toBeInTheDocument();
  });

  it('offer a seed where they begin with noise, and nowhere else', async () => {
    await studio(aStyle().recipes);
    expect(screen.queryByRole('textbox', { name: 'Seed' })).not.toBeInTheDocument();
    fireEvent.click(await keras());
    expect(await screen.findByRole('textbox', { name: 'Seed' })).toBeInTheDocument();
  });

  it('are all there otherwise', async () => {
    await studio(aStyle().recipes);
    expect(await keras()).not.toHaveAttribute('data-combobox-disabled');
    expect(screen.queryByText(/need layers that the installed weights lack/)).not.toBeInTheDocument();
  });
});
