import { badgeCreate } from '@rollcall/contracts';
import { aBadge } from '../../../testing/badge-samples.js';
import { idOf } from '../../../testing/samples.js';
import { askedBy, blankWish, choose, sharesOf, wishOf } from './wish.js';
import { EFFORTS, nearest, SMOOTHINGS } from './stops.js';

const [one, two] = [idOf(1), idOf(2)];

describe('a wish', () => {
  it('asks for what a portrait was painted by, when nothing is changed', () => {
    const badge = aBadge({ blend: [{ styleId: two, weight: 3 }], styleId: one });
    const asked = askedBy(badge.personId, wishOf(badge));
    expect(asked).toMatchObject({ ...badge.settings, faceId: badge.faceId, styleId: one });
    expect(asked?.blend).toEqual([{ styleId: two, weight: 3 }]);
  });

  it('is one that the contract takes', () => {
    const wish = { ...blankWish(), parts: choose(choose([], one, true), two, true) };
    expect(sharesOf(wish.parts)).toEqual([0.5, 0.5]);
    expect(badgeCreate.parse(askedBy(idOf(100), wish))).toMatchObject({
      blend: [{ styleId: two, weight: 1 }],
    });
  });

  it('asks for nothing without a style', () => {
    expect(askedBy(idOf(100), blankWish())).toBeNull();
  });

  it('swaps one style for another, unless they are to be mixed', () => {
    const first = choose([], one, false);
    expect(choose(first, two, false).map(({ styleId }) => styleId)).toEqual([two]);
    expect(choose(first, two, true).map(({ styleId }) => styleId)).toEqual([one, two]);
    expect(choose(first, one, true)).toEqual([]);
  });

  it('shows settings between the stops at the nearest one', () => {
    expect(nearest(EFFORTS, 280, 'ratio')).toBe(2);
    expect(nearest(EFFORTS, 2000, 'ratio')).toBe(4);
    expect(nearest(EFFORTS, 1, 'ratio')).toBe(0);
    // So much was the most once, and nothing of it was seen.
    expect(nearest(SMOOTHINGS, 10_000)).toBe(0);
  });

  it.each(SMOOTHINGS)('may be for a smoothness of %d', (smoothing) => {
    const wish = { ...blankWish(), parts: choose([], one, false) };
    const asked = askedBy(idOf(100), { ...wish, settings: { ...wish.settings, smoothing } });
    expect(badgeCreate.parse(asked).smoothing).toBe(smoothing);
  });
});
