import subsetFont from 'subset-font';
import { Typeface } from './typeface.js';

jest.mock('subset-font', () => {
  const actual = jest.requireActual<{ default?: unknown }>('subset-font');
  return { __esModule: true, default: jest.fn((actual.default ?? actual) as () => unknown) };
});

describe('the typeface', () => {
  it('opens a font again that could not be opened once', async () => {
    jest.mocked(subsetFont).mockRejectedValueOnce(new Error('no memory'));
    const typeface = new Typeface();
    await expect(typeface.set('Ada', 'bold', 3)).rejects.toThrow('no memory');
    const { runs, width } = await typeface.set('Ada', 'bold', 3);
    expect(runs.map(({ text }) => text)).toEqual(['Ada']);
    expect(width).toBeGreaterThan(0);
  });
});
