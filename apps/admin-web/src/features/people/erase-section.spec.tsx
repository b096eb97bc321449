import { screen } from '@testing-library/react';
import { FakeApi } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aPerson, idOf } from '../../testing/samples.js';

describe('erasing a person', () => {
  it('needs the employee number typed, then tells what was destroyed', async () => {
    const mina = aPerson();
    const receipt = {
      id: idOf(900),
      personId: mina.id,
      erasedAt: mina.createdAt,
      templates: 2,
      photos: 2,
      frames: 5,
      portraits: 3,
    };
    const api = new FakeApi().on('DELETE', `/people/${mina.id}`, () => ({ json: receipt }));
    const { user, router } = await renderApp(`/people/${mina.id}`, api);
    await user.click(await screen.findByRole('button', { name: 'Erase …' }));
    const confirm = await screen.findByRole('button', { name: 'Erase for good' });
    const input = screen.getByLabelText('Type the employee number 1042 to confirm');
    await user.type(input, '104{Enter}');
    expect(confirm).toBeDisabled();
    expect(api.to('DELETE', `/people/${mina.id}`)).toHaveLength(0);
    await user.type(input, '2{Enter}');
    expect(await screen.findByText('Erased: 2 templates, 2 photos, 5 frames, 3 portraits.')).toBeVisible();
    expect(router.state.location.pathname).toBe('/people');
  });
});
