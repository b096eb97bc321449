import { FaceLook } from '../src/face-look.js';
import { PLAIN_LEVELS } from '../src/pixels/network-scale.js';
import { decodeImage } from '../src/raster.js';
import { describeWithModels, photo } from './sample-files.js';

describeWithModels('the aligned face', () => {
  it('is what insightface cuts out (face_align.norm_crop, OpenCV, the larger face of linzaer_22.jpg)', async () => {
    const image = await decodeImage(photo('groups', 'linzaer_22.jpg'));
    const look = await FaceLook.open(PLAIN_LEVELS, {});
    const { aligned, faces } = await look.look(image, [
      [
        [689.07, 532.72],
        [795.75, 569.09],
        [685.01, 598.27],
        [649.7, 666.46],
        [731.07, 699.28],
      ],
    ]);
    await look.close();
    const level = (x: number, y: number, channel: number) => aligned.data[channel * 112 * 112 + y * 112 + x]!;
    // Decoders differ by a level or two.
    for (const [x, y, rgb] of [
      [38, 52, [80, 74, 78]],
      [73, 52, [94, 75, 68]],
      [56, 72, [150, 112, 106]],
      [20, 20, [253, 204, 125]],
      [90, 100, [105, 68, 60]],
      [56, 92, [35, 9, 9]],
      [5, 60, [36, 31, 25]],
    ] as const)
      rgb.forEach((expected, channel) => expect(Math.abs(level(x, y, channel) - expected)).toBeLessThan(5));
    const mean = (channel: number) => {
      const plane = aligned.data.subarray(channel * 112 * 112, (channel + 1) * 112 * 112);
      return plane.reduce((sum, value) => sum + value, 0) / plane.length;
    };
    expect([mean(0), mean(1), mean(2)]).toEqual(
      [131.24, 101.04, 91.08].map((value) => expect.closeTo(value, 0) as number),
    );
    expect(faces).toHaveLength(1);
  });
});
