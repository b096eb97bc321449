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

  const typeface = new Typeface();
  const shown = async (text: string) =>
    (await typeface.set(text, 'regular', 3)).runs.map((run) => run.text).join('');

  it('sets what is read from the right in that order, with numbers and Latin as they are', async () => {
    expect(await shown('דוד לוי')).toBe('לוי דוד');
    expect(await shown('דוד (לוי) 12')).toBe('12 (לוי) דוד');
    expect(await shown('Ada دلال محمد 7')).toBe('Ada 7 محمد دلال');
  });

  it.each(['김철수', 'ひかり', 'สมชาย', 'नरेन्द्र', 'محمد', 'Ελένη', 'לוי', '王', 'Đặng'])(
    'has letters for %s',
    async (text) => {
      expect(await typeface.unprintable(text)).toEqual([]);
      expect(await shown(text)).not.toContain('□');
    },
  );

  it('names what it has no letters for, whole and once', async () => {
    expect(await typeface.unprintable('𓀀𓀁𓀀 A👩‍💻 🙂')).toEqual(['𓀀', '𓀁', '👩‍💻', '🙂']);
    expect(await shown('A👩‍💻')).toMatch(/^A□/);
  });

  it('knows a letter that it met first as a part of another', async () => {
    const { runs } = await new Typeface().set('ñ', 'regular', 3);
    const [n] = runs[0]!.font.layout('ñn').glyphs.slice(-1);
    expect(String.fromCodePoint(...n!.codePoints)).toBe('n');
    expect(runs[0]!.font.getGlyph(runs[0]!.font.glyphForCodePoint(0x6e).id).codePoints).toEqual([0x6e]);
  });
});
