import { fitted, type Fit } from './fitted.js';
import { Typeface } from './typeface.js';

const typeface = new Typeface();
const FIT: Fit = { weight: 'bold', size: 5, least: 2.6, width: 45, lines: 4, height: 19 };

async function linesOf(text: string, fit: Partial<Fit> = {}) {
  const lines = await fitted(typeface, text, { ...FIT, ...fit });
  expect(Math.max(...lines.map(({ width }) => width))).toBeLessThanOrEqual(fit.width ?? FIT.width);
  return lines.map(({ runs }) => runs.map((run) => run.text).join(''));
}

describe('text that has to fit', () => {
  it('is as large as may be where there is room', async () => {
    const [line, ...others] = await fitted(typeface, 'Ada Lovelace', FIT);
    expect([line!.size, others]).toEqual([5, []]);
  });

  it('takes more lines, broken at spaces and hyphens, before anything is cut', async () => {
    const name = 'Maximiliana Konstantina Alexandrowna von und zu Hohenlohe-Waldenburg-Schillingsfürst';
    const lines = await linesOf(name);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ').replace('- ', '-')).toBe(name);
  });

  it('breaks a word where it must', async () => {
    const name = 'Dr Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren';
    const lines = await linesOf(name);
    expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
    expect(lines.join('')).not.toContain('…');
  });

  it('is cut where nothing else helps, and fills the lines before', async () => {
    const lines = await linesOf('Wolfeschlegelsteinhausenbergerdorff '.repeat(9).trim());
    expect(lines.at(-1)).toMatch(/…$/);
    expect(lines.slice(0, -1).join('')).not.toContain('…');
    expect(await linesOf('Wolfeschlegelsteinhausenbergerdorff', { lines: 1, width: 30 })).toHaveLength(1);
  });

  it('keeps within its height by smaller letters', async () => {
    const lines = await fitted(typeface, 'Maria Konstantina Alexandrowna Hohenlohe Waldenburg', {
      ...FIT,
      height: 10,
    });
    expect(lines.reduce((sum, { size }) => sum + 1.22 * size, 0)).toBeLessThanOrEqual(10);
  });
});
