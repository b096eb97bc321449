import { isPortraitOf } from './portrait-marks.js';

describe('a picture that resembles a portrait', () => {
  const resembled = (itself: boolean) => [{ personId: 'painted', itself }];

  it('is that portrait where it would be taken for the person who was painted', () => {
    expect(isPortraitOf(['another', 'painted'], resembled(false))).toBe(true);
  });

  it('is a face where it would be taken for somebody else', () => {
    expect(isPortraitOf(['another'], resembled(false))).toBe(false);
    expect(isPortraitOf([], resembled(false))).toBe(false);
  });

  it('is that portrait for anybody where it is that very picture', () => {
    expect(isPortraitOf(['another'], resembled(true))).toBe(true);
    expect(isPortraitOf([], resembled(true))).toBe(true);
  });

  it('is a face where it resembles none', () => {
    expect(isPortraitOf(['painted'], [])).toBe(false);
  });
});
