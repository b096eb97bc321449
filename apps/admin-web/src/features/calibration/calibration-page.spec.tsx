import type { Calibration } from '@rollcall/contracts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { FakeApi, refused } from '../../testing/fake-api.js';
import { aCalibration } from '../../testing/oversight-samples.js';
import { renderApp } from '../../testing/render-app.js';
import { aPack, aUser, idOf, someSettings } from '../../testing/samples.js';

const PAGE = '/recognition/calibration';
const measured = (change: Partial<Calibration> = {}) =>
  new FakeApi().on('GET', PAGE, () => ({ json: aCalibration(change) }));
/** A gallery of so many people, and what comparing them with one another came to. */
const counted = (own: Omit<Calibration['own'], 'leastPeople'>, change: Partial<Calibration> = {}) =>
  measured({ people: own.people, own: { leastPeople: 40, ...own }, warning: null, ...change });
/** Between the thresholds of the curves; jsdom's own pointer events know no place. */
async function pointAtCurves() {
  const curves = await screen.findByRole('img', { name: /Two curves over the threshold/ });
  fireEvent(curves, new MouseEvent('pointermove', { bubbles: true, clientX: 300 }));
}

describe('the calibration page', () => {
  it('warns in plain words and applies what it suggests', async () => {
    const api = measured().on('PUT', '/recognition/settings', () => ({
      json: someSettings({ threshold: 0.47 }),
    }));
    const { user } = await renderApp(PAGE, api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'with 1,240 people, about 1 stranger in 20 would be taken for somebody at 0.36. To keep to 1 stranger in 100, use 0.47.',
    );
    await user.click(screen.getByRole('button', { name: 'Use 0.47' }));
    expect(await screen.findByText('The threshold is now 0.47.')).toBeVisible();
    expect(api.to('PUT', '/recognition/settings')[0]?.body).toEqual({ threshold: 0.47 });
  });

  it('believes the own people against the pack, and names both figures', async () => {
    const own = { verdict: 'above', people: 71, fpir: 0.042, low: 0.0102, high: 0.13 } as const;
    const present = { threshold: 0.41, margin: 0.1, fnir: 0.02, fpir: 0.01 };
    await renderApp(PAGE, counted(own, { present, warning: 'own-gallery-above', suggestedThreshold: 0.45 }));
    const banner = await screen.findByRole('alert', {
      name: /own people are taken for one another too often/,
    });
    expect(banner).toHaveTextContent(/4\.2% of the photos of your own 71 people .* at most 1%/);
    expect(screen.getByRole('button', { name: 'Use 0.45' })).toBeVisible();
    expect(screen.getByText(/^Counted among your own 71 people: 4\.2% .* About 2%/)).toBeVisible();
    // The pack's own figures are what was just contradicted.
    expect(screen.queryByRole('button', { name: /follow the gallery/ })).not.toBeInTheDocument();
  });

  it('names both figures where the own people count more, as chance may do', async () => {
    await renderApp(PAGE, counted({ verdict: 'unclear', people: 71, fpir: 0.028, low: 0.0014, high: 0.13 }));
    const banner = await screen.findByRole('status', { name: /cannot tell yet/ });
    expect(banner).toHaveTextContent(/at most 1 stranger in 100.*71 people it is 2\.8%.*0\.14% and 13%/);
    expect(screen.queryByText('The threshold fits this gallery')).not.toBeInTheDocument();
  });

  it('lets a few people say nothing, in the banner, the chart and where somebody points', async () => {
    const own = { verdict: 'too-few', people: 6, fpir: 0.33, low: null, high: null } as const;
    const curve = [{ threshold: 0.5, fnir: 0.25, fpir: 0.33 }];
    await renderApp(PAGE, counted(own, { curve, basis: 'pack' }));
    expect(await screen.findByText(/6 people were compared, and from 40 on they count/)).toBeVisible();
    expect(screen.getByText("By the pack's measurements the threshold fits")).toBeVisible();
    // The table that may be shown has the same words at its head.
    const legend = { selector: ':not(th)' };
    expect(screen.getByText('Strangers taken for somebody: too few to tell', legend)).toBeVisible();
    expect(screen.getByText(/6 people are too few to tell anything about strangers/)).toBeVisible();
    await pointAtCurves();
    expect(screen.getByText(/6 people are too few to tell\. About 25%/)).toBeVisible();
    expect(screen.queryByText(/33 of 100/)).not.toBeInTheDocument();
  });

  it('lets the threshold follow the gallery', async () => {
    const api = measured().on('PUT', '/recognition/settings', () => ({
      json: someSettings({ automatic: true, threshold: 0.47 }),
    }));
    const { user } = await renderApp(PAGE, api);
    await user.click(await screen.findByRole('button', { name: 'Let it follow the gallery by itself' }));
    await waitFor(() =>
      expect(api.to('PUT', '/recognition/settings')[0]?.body).toEqual({ threshold: null, fpir: 0.01 }),
    );
  });

  it('tells both charts in words and draws the thresholds into them', async () => {
    await renderApp(PAGE, measured());
    const hills = await screen.findByRole('img', { name: /Two distributions of similarity/ });
    expect(hills).toHaveAccessibleName(/in use is 0.36, the suggested one 0.47/);
    expect(hills).toHaveTextContent('in use 0.36');
    expect(hills).toHaveTextContent('suggested 0.47');
    expect(screen.getByRole('img', { name: /Two curves over the threshold/ })).toHaveTextContent(
      'suggested 0.47',
    );
    expect(
      screen.getByText(
        /about 1 stranger in 20 would be taken for somebody at 0.36\. Counted among your own 1,240 people: 1% .* About 1% of the photos/,
      ),
    ).toBeVisible();
  });

  it('claims no more than was counted where somebody points', async () => {
    const flat = { threshold: 0.5, fnir: 0.25, fpir: 0 };
    await renderApp(PAGE, measured({ curve: [flat] }));
    await pointAtCurves();
    expect(
      screen.getByText(
        /With 1,240 people, fewer than 1 stranger in 3,100 would be taken for somebody at 0.50. About 25%/,
      ),
    ).toBeVisible();
  });

  it('says when the gallery has outgrown its pack, with what was measured', async () => {
    const pack = aPack({ measurement: 'open', mostPeople: 60 });
    const api = (people: number) =>
      measured({ people, warning: null }).on('GET', '/vision/pack', () => ({ json: pack }));
    const first = await renderApp(PAGE, api(60));
    expect(await screen.findByText('The threshold fits this gallery')).toBeVisible();
    expect(screen.queryByText(/too many for this pack/)).not.toBeInTheDocument();
    first.unmount();
    await renderApp(PAGE, api(71));
    expect(await screen.findByText('71 people are too many for this pack')).toBeVisible();
    expect(screen.getByText(/automatic threshold 0\.711, 10 of 49 people were not recognised/)).toBeVisible();
  });

  it('asks again for another share of strangers', async () => {
    const api = measured();
    await renderApp(PAGE, api);
    const slider = await screen.findByRole('slider', {
      name: 'How many strangers may be taken for somebody?',
    });
    fireEvent.keyDown(slider, { key: 'ArrowLeft' });
    await waitFor(() => expect(api.to('GET', PAGE).at(-1)?.query.get('fpir')).toBe('0.005'));
    expect(screen.getByText('At most 1 stranger in 200')).toBeVisible();
  });

  it('leads to the people who are most alike', async () => {
    await renderApp(PAGE, measured());
    expect(await screen.findByRole('link', { name: 'Mina Okafor' })).toHaveAttribute(
      'href',
      `/people/${idOf(100)}`,
    );
    expect(screen.getByText('over the threshold')).toBeVisible();
  });

  it('says so where nobody has two photos, and where there is nothing to compare', async () => {
    const none = { count: 0, mean: null, bins: [] };
    const first = await renderApp(
      PAGE,
      measured({ genuine: none, curve: [{ threshold: 0.36, fnir: null, fpir: 0.05 }] }),
    );
    expect(await screen.findByText(/Nobody has two photos yet/)).toBeVisible();
    first.unmount();
    await renderApp(PAGE, measured({ genuine: none, impostor: none, curve: [] }));
    expect(await screen.findByText('Too few faces to compare')).toBeVisible();
  });

  it('says when it cannot be loaded', async () => {
    await renderApp(
      PAGE,
      new FakeApi().on('GET', PAGE, () => refused('INTERNAL', 500)),
    );
    expect(await screen.findByText(/The server ran into an error/)).toBeVisible();
  });

  it('lets an auditor look and change nothing', async () => {
    const api = measured().on('GET', '/auth/me', () => ({ json: aUser({ role: 'auditor' }) }));
    await renderApp(PAGE, api);
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Use 0.47' })).not.toBeInTheDocument();
  });
});
