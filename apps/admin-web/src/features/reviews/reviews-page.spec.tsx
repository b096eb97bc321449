import { screen, waitFor, within } from '@testing-library/react';
import { FakeApi, page, refused } from '../../testing/fake-api.js';
import { aReview, aReviewItem } from '../../testing/oversight-samples.js';
import { renderApp } from '../../testing/render-app.js';
import { aFace, aPerson, aRecord, aUser, idOf } from '../../testing/samples.js';

const close = aReviewItem();
const stranger = aReviewItem({
  checkIn: aRecord({ id: idOf(401), decision: 'unknown', person: null, direction: null }),
});
const queue = (...items: unknown[]) => new FakeApi().on('GET', '/reviews', () => page(items));
const REVIEW = `/check-ins/${close.checkIn.id}/review`;

const cardOf = (name: RegExp) => screen.findByRole('article', { name });

describe('the review queue', () => {
  it('says that nothing waits', async () => {
    await renderApp('/reviews', queue());
    expect(await screen.findByText('All looked at')).toBeVisible();
  });

  it('says when it cannot be loaded, and tries again', async () => {
    const api = new FakeApi().on('GET', '/reviews', () => refused('INTERNAL', 500));
    const { user } = await renderApp('/reviews', api);
    expect(await screen.findByText(/The server ran into an error/)).toBeVisible();
    api.on('GET', '/reviews', () => page([close]));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await cardOf(/Mina Okafor/)).toBeVisible();
  });

  it('shows the picture, the decision in words and whom the face resembled', async () => {
    await renderApp('/reviews', queue(close));
    const card = await cardOf(/Recognised, Mina Okafor/);
    expect(within(card).getByRole('img', { name: 'The picture of this check-in' })).toHaveAttribute(
      'src',
      `/api/v1/check-ins/${close.checkIn.id}/frame`,
    );
    expect(within(card).getByText(/Similarity 0.71/)).toBeVisible();
    expect(within(card).getByText('Jonas Weber')).toBeVisible();
    expect(await screen.findByLabelText('1 check-in to review')).toBeVisible();
  });

  it('says so where the picture is gone', async () => {
    await renderApp('/reviews', queue(aReviewItem({ checkIn: aRecord({ hasFrame: false }) })));
    expect(await screen.findByText('The picture of this check-in is no longer kept.')).toBeVisible();
  });

  it('takes “not this person” with who it was, and tells what was learned', async () => {
    const learned = { strictMargin: true, negative: true };
    const api = queue(close).on('POST', REVIEW, () => ({ json: aReview({ learned, personId: idOf(101) }) }));
    const { user } = await renderApp('/reviews', api);
    const card = await cardOf(/Mina Okafor/);
    await user.click(within(card).getByRole('button', { name: 'Not this person' }));
    expect(within(card).getByText(/From now on these two are told apart more strictly/)).toBeVisible();
    await user.click(within(card).getByRole('button', { name: 'Jonas Weber' }));
    await user.type(within(card).getByLabelText('Note'), 'blue helmet');
    await user.click(within(card).getAllByRole('button', { name: 'Not this person' })[1] as HTMLElement);
    expect(await screen.findByText(/Learned: these two people/)).toBeVisible();
    expect(screen.getByText(/Learned: this face is kept/)).toBeVisible();
    expect(screen.getByText(/^Ada Lindqvist, /)).toBeVisible();
    expect(api.to('POST', REVIEW)[0]?.body).toEqual({
      verdict: 'not-this-person',
      personId: idOf(101),
      note: 'blue helmet',
    });
  });

  it('is walked through and decided with the keys', async () => {
    const given = { json: aReview({ verdict: 'confirm', checkInId: idOf(401) }) };
    const api = queue(close, stranger).on('POST', `/check-ins/${idOf(401)}/review`, () => given);
    const { user } = await renderApp('/reviews', api);
    await cardOf(/Mina Okafor/);
    await user.keyboard('j');
    await waitFor(async () => expect(await cardOf(/Not recognised/)).toHaveAttribute('aria-current', 'true'));
    await user.keyboard('1');
    expect(await screen.findByText('Confirmed; nobody of ours.')).toBeVisible();
    expect(api.to('POST', REVIEW)).toHaveLength(0);
    await user.keyboard('k2');
    expect(await screen.findByLabelText('Who was it?', { selector: 'input' })).toHaveFocus();
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByLabelText('Who was it?', { selector: 'input' })).not.toBeInTheDocument(),
    );
  });

  it('asks for consent before a stranger’s face is enrolled, then enrols it', async () => {
    const enroll = `/check-ins/${idOf(401)}/enroll`;
    let mina = aPerson({ consent: null, enrolled: false });
    const api = queue(stranger)
      .on('GET', '/people', () => page([mina]))
      .on('GET', `/people/${mina.id}`, () => ({ json: mina }))
      .on('PUT', `/people/${mina.id}/consent`, () => {
        mina = aPerson();
        return {};
      })
      .on('POST', enroll, () => ({ status: 201, json: aFace() }));
    const { user } = await renderApp('/reviews', api);
    await user.click(await screen.findByRole('button', { name: 'Enrol this face …' }));
    await user.click(await screen.findByLabelText('Whose face is it?', { selector: 'input' }));
    await user.click(await screen.findByRole('option', { name: /Mina Okafor/ }));
    await user.click(await screen.findByRole('button', { name: 'Record consent' }));
    await user.click(await screen.findByRole('button', { name: 'Consent was given' }));
    await user.click(await screen.findByRole('button', { name: 'Enrol for Mina Okafor' }));
    expect(await screen.findByText('The face is enrolled for Mina Okafor.')).toBeVisible();
    expect(api.to('POST', enroll)[0]?.body).toEqual({ personId: mina.id });
  });

  it('shows hr no pictures and no scores', async () => {
    const api = queue(close).on('GET', '/auth/me', () => ({ json: aUser({ role: 'hr' }) }));
    await renderApp('/reviews', api);
    const card = await cardOf(/Mina Okafor/);
    expect(within(card).queryByRole('img')).not.toBeInTheDocument();
    expect(within(card).queryByRole('meter')).not.toBeInTheDocument();
    expect(within(card).getByRole('button', { name: 'Right' })).toBeVisible();
  });

  it('lets an auditor look and not decide', async () => {
    const api = queue(close).on('GET', '/auth/me', () => ({ json: aUser({ role: 'auditor' }) }));
    await renderApp('/reviews', api);
    const card = await cardOf(/Mina Okafor/);
    expect(within(card).queryByRole('button', { name: 'Right' })).not.toBeInTheDocument();
  });
});
