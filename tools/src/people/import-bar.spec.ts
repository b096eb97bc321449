import { ImportBar } from './import-bar.js';

describe('the bar of an import', () => {
  let now = 0;
  const lines: string[] = [];
  const last = () =>
    lines.at(-1)!.replace(/[█░]+/, (bar) => `[${(bar.match(/█/g) ?? []).length}/${bar.length}]`);
  beforeEach(() => (now = 0));

  it('shows how much is done, how fast, and how long it will take', () => {
    const bar = new ImportBar((line) => lines.push(line), () => now); // prettier-ignore
    bar.begin(1000);
    expect(last()).toBe('Importing [0/28] 0/1000');
    now = 10_000;
    bar.reach(100);
    expect(last()).toBe('Importing [3/28] 100/1000  10.0/s, 90 s left'.replace('90 s', '2 min'));
    now = 20_000;
    bar.reach(500);
    expect(last()).toBe('Importing [14/28] 500/1000  25.0/s, 20 s left');
  });

  it('goes by the last half minute', () => {
    const bar = new ImportBar((line) => lines.push(line), () => now); // prettier-ignore
    bar.begin(100_000);
    for (now = 1000; now <= 60_000; now += 1000)
      bar.reach(now < 30_000 ? 50_000 : 50_000 + (now - 30_000) / 1000);
    expect(last()).toMatch('1.0/s, 13 h 53 min left');
  });
});
