import type { RgbImage } from '../rgb-image.js';
import { lookInSizes } from './sized-looks.js';

const image: RgbImage = { width: 640, height: 480, data: new Uint8Array() };
const square = (side: number, score: number) => ({ box: { x: 0, y: 0, width: side, height: side }, score });

/** Looks that find faces of these sides, in pixels of the image. */
function looks(found: Record<number, { side: number; score: number }>) {
  const asked: number[] = [];
  const lookAt = (side: number) => {
    asked.push(side);
    const face = found[side];
    return Promise.resolve(face ? [square(face.side, face.score)] : []);
  };
  return { asked, lookAt };
}

describe('lookInSizes', () => {
  it('takes all looks, the smallest first, and ranks what they found', async () => {
    const { asked, lookAt } = looks({ 320: { side: 200, score: 0.7 }, 640: { side: 40, score: 0.9 } });
    const found = await lookInSizes(image, 'all', [640, 320], lookAt);
    expect(asked).toEqual([320, 640]);
    expect(found.map(({ score }) => score)).toEqual([0.9, 0.7]);
  });

  it('stops where the nearest face is wanted and is large', async () => {
    const large = looks({ 320: { side: 128, score: 0.7 } });
    await lookInSizes(image, 'nearest', [640, 320], large.lookAt);
    expect(large.asked).toEqual([320]);
    const small = looks({ 320: { side: 127, score: 0.7 } });
    await lookInSizes(image, 'nearest', [640, 320], small.lookAt);
    expect(small.asked).toEqual([320, 640]);
  });
});
