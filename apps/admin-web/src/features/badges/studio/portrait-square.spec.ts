import { portraitSquare } from './portrait-square.js';

const face = { box: { x: 400, y: 300, width: 160, height: 200 }, imageWidth: 1000, imageHeight: 900 };

describe('the square that becomes the portrait', () => {
  it('has room around the face, which stands a little above the middle', () => {
    expect(portraitSquare(face)).toEqual({ x: 270, y: 203, width: 420, height: 420 });
  });

  it('stays inside of the photo', () => {
    const corner = { ...face, box: { x: 10, y: 0, width: 160, height: 200 } };
    expect(portraitSquare(corner)).toEqual({ x: 0, y: 0, width: 420, height: 420 });
    const large = { ...face, box: { x: 100, y: 100, width: 700, height: 700 } };
    expect(portraitSquare(large)).toEqual({ x: 0, y: 0, width: 900, height: 900 });
  });
});
