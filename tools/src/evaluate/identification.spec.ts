import { ratesAt, ratesForFpir } from './identification.js';

describe('open-set identification', () => {
  const enrolled = [
    { similarity: 0.8, right: true },
    { similarity: 0.6, right: true },
    { similarity: 0.7, right: false },
    { similarity: -1, right: false },
  ];
  const strangers = [0.5, 0.3, 0.2, 0.1].map((similarity) => ({ similarity, right: false }));

  it('counts a wrong person, a low score and a missing face as missed', () => {
    expect(ratesAt(enrolled, strangers, 0.65)).toEqual({ threshold: 0.65, fnir: 0.75, fpir: 0 });
    expect(ratesAt(enrolled, strangers, 0.4)).toEqual({ threshold: 0.4, fnir: 0.5, fpir: 0.25 });
  });

  it('finds the threshold for an asked rate of strangers', () => {
    expect(ratesForFpir(enrolled, strangers, 0.25)).toMatchObject({ fpir: 0.25, fnir: 0.5 });
    const strict = ratesForFpir(enrolled, strangers, 0.01);
    expect(strict.fpir).toBe(0);
    expect(strict.threshold).toBeGreaterThan(0.5);
  });
});
