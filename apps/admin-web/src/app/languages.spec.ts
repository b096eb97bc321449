import { en, zhCN } from './resources.js';

const PLURALS = /_(zero|one|two|few|many|other)$/;

/** Every key with its path; the plural forms of one key count as one, because languages differ in them. */
function keysOf(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${path}${key}`.replace(PLURALS, '')]
      : keysOf(value as object, `${path}${key}.`),
  );
}
function textsOf(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : textsOf(value as object, `${path}${key}.`),
  );
}
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...new Set(keysOf(zhCN))].sort()).toEqual([...new Set(keysOf(en))].sort());
  });

  it('fill in the same values', () => {
    const english = new Map(textsOf(en));
    for (const [key, text] of textsOf(zhCN)) {
      expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key) ?? '')]);
    }
  });

  it('leave nothing empty', () => {
    expect([...textsOf(en), ...textsOf(zhCN)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
