import { screen } from '@testing-library/react';
import { FakeApi, page } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aRecord, aUser } from '../../testing/samples.js';

describe('the log of check-ins', () => {
  it('says to HR what gave a picture of a face away', async () => {
    const spoof = aRecord({
      decision: 'spoof',
      person: null,
      direction: null,
      reasons: ['LIVENESS_TOO_LOW', 'STILL_PICTURE'],
    });
    const api = new FakeApi()
      .on('GET', '/auth/me', () => ({ json: aUser({ role: 'hr' }) }))
      .on('GET', '/check-ins', () => page([spoof]));
    await renderApp('/check-ins', api);
    expect(await screen.findByText(/liveness score is below the limit/)).toBeVisible();
    expect(screen.getByText(/one and the same still picture, sent several times/)).toBeVisible();
  });
});
