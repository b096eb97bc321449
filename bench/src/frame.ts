import sharp from 'sharp';

/** A kiosk's frame: 1280x720, a grey wall with slight noise, and one face of a natural size in the middle. */
export async function kioskFrame(portrait: string): Promise<Buffer> {
  const face = await sharp(portrait).resize({ height: 560, withoutEnlargement: false }).toBuffer();
  const wall = { width: 1280, height: 720, channels: 3, background: '#8d949b' } as const;
  return sharp({ create: { ...wall, noise: { type: 'gaussian', mean: 145, sigma: 6 } } })
    .composite([{ input: face, gravity: 'south' }])
    .jpeg({ quality: 90 })
    .toBuffer();
}
