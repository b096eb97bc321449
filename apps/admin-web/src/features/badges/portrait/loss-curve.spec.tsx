import { screen } from '@testing-library/react';
import { aBadge } from '../../../testing/badge-samples.js';
import { FakeApi } from '../../../testing/fake-api.js';
import { renderApp } from '../../../testing/render-app.js';

describe('the curve of a portrait that was painted small first', () => {
  it('begins anew with each size, and speaks of the present one', async () => {
    const badge = aBadge({
      losses: [
        [1, 120, 256],
        [30, 12, 256],
        [31, 400, 512],
        [60, 100, 512],
      ],
    });
    const api = new FakeApi().on('GET', '/badges/:id', () => ({ json: badge }));
    const { container } = await renderApp(`/badges/${badge.id}`, api);
    const summary = /At 512 pixels, the loss fell to 25% of what it was at first, at step 60/;
    expect(await screen.findByRole('img', { name: summary })).toBeVisible();
    expect(container.querySelectorAll('polyline')).toHaveLength(2);
    expect(screen.getByText('Step 60, 512 pixels: 25% of the first loss at this size')).toBeVisible();
  });
});
