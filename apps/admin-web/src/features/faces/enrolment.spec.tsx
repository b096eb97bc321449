import { screen, within } from '@testing-library/react';
import { FakeApi, page, refused } from '../../testing/fake-api.js';
import { renderApp } from '../../testing/render-app.js';
import { aFace, aPerson, idOf } from '../../testing/samples.js';

const mina = aPerson();
const photo = new File(['photo'], 'mina.jpg', { type: 'image/jpeg' });
const address = `/people/${mina.id}`;
const faces = `/people/${mina.id}/faces`;

async function upload(api: FakeApi) {
  const view = await renderApp(address, api);
  await view.user.upload(
    await screen.findByLabelText('Choose photos to enrol', { selector: 'input' }),
    photo,
  );
  return view;
}

describe('enrolling a photo', () => {
  it('shows the verdict of an accepted photo', async () => {
    const api = new FakeApi()
      .on('GET', faces, () => page([]))
      .on('POST', faces, () => ({ status: 201, json: aFace() }));
    await upload(api);
    expect(await screen.findByText('Enrolled', { selector: 'p' })).toBeVisible();
    expect(screen.getByRole('img', { name: 'Quality 86%' })).toBeInTheDocument();
    expect(screen.getByText('sharp, good light, straight')).toBeVisible();
    const sent = api.to('POST', faces)[0]?.body as FormData;
    expect((sent.get('photo') as File).name).toBe('mina.jpg');
  });

  it('warns at once where the photo resembles none of the others', async () => {
    const api = new FakeApi()
      .on('GET', faces, () => page([aFace({ id: idOf(201) })]))
      .on('POST', faces, () => ({ status: 201, json: aFace({ likeness: 0.04, outlier: true }) }));
    await upload(api);
    expect(await screen.findByText('Enrolled', { selector: 'p' })).toBeVisible();
    expect(screen.getByText('Resembles none of the other photos')).toBeVisible();
    expect(screen.getByText(/Look who is on it/)).toBeVisible();
  });

  it('says why a photo was refused and what to do, and looks for the face again', async () => {
    const seen = aFace();
    const analysis = {
      width: 800,
      height: 640,
      faces: [
        { box: seen.box, score: 0.9, landmarks: seen.landmarks, quality: seen.quality, liveness: null },
      ],
      timings: { decode: 1, detect: 1, liveness: 0, embed: 0, total: 2, inference: 1 },
    };
    const api = new FakeApi()
      .on('POST', faces, () =>
        refused('LOW_QUALITY', 422, { reasons: ['TOO_DARK', 'TURNED_AWAY', 'A_NEW_WORD'] }),
      )
      .on('POST', '/vision/analyze', () => ({ json: analysis }));
    await upload(api);
    expect(await screen.findByText('Not enrolled')).toBeVisible();
    expect(screen.getByText('Too dark: add light from the front.')).toBeVisible();
    expect(screen.getByText('The head is turned to the side: look straight at the camera.')).toBeVisible();
    expect(document.body).not.toHaveTextContent('A_NEW_WORD');
    expect(document.body).not.toHaveTextContent('LOW_QUALITY');
    expect(api.to('POST', '/vision/analyze')).toHaveLength(1);
  });

  it('leads to the person to whom the face belongs already', async () => {
    const other = idOf(101);
    const api = new FakeApi()
      .on('GET', `/people/${other}`, () => ({
        json: aPerson({ id: other, name: 'Jonas Weber', employeeNo: '7' }),
      }))
      .on('POST', faces, () => refused('DUPLICATE_FACE', 422, { personId: other }));
    await upload(api);
    const link = await screen.findByRole('link', { name: 'Show Jonas Weber (No. 7)' });
    expect(link).toHaveAttribute('href', `/people/${other}`);
  });

  it('falls back to the sentence of the server for a code that it does not know', async () => {
    await upload(new FakeApi().on('POST', faces, () => refused('MOON_TOO_BRIGHT')));
    expect(await screen.findByText("The server's own sentence for MOON_TOO_BRIGHT.")).toBeVisible();
  });

  it('offers no enrolment before consent', async () => {
    const unasked = aPerson({ consent: null, enrolled: false });
    await renderApp(
      address,
      new FakeApi().on('GET', address, () => ({ json: unasked })).on('GET', faces, () => page([])),
    );
    const section = await screen.findByRole('region', { name: 'Faces' });
    expect(within(section).getByText(/Record this person's consent first/)).toBeVisible();
    expect(within(section).queryByRole('button', { name: 'Use the camera' })).not.toBeInTheDocument();
  });
});

describe('an enrolled face', () => {
  it('tells how much it resembles the others, and warns where it resembles none', async () => {
    const odd = aFace({ id: idOf(201), likeness: 0.12, outlier: true });
    const only = aFace({ id: idOf(202), likeness: null });
    await renderApp(
      address,
      new FakeApi().on('GET', faces, () => page([aFace(), odd, only])),
    );
    expect(await screen.findByText('Resembles the other photos: 0.68')).toBeVisible();
    expect(screen.getByText('Resembles none of the other photos')).toBeVisible();
    expect(screen.getAllByText(/Resembles/)).toHaveLength(2);
  });
});
