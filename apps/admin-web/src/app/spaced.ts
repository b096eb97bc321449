import type { PostProcessorModule } from 'i18next';

const WESTERN = '[\\p{Script=Latin}\\p{Nd}]';
const HAN = '\\p{Script=Han}';
const ends = (of: string) => new RegExp(`${of}$`, 'u');
const begins = (of: string) => new RegExp(`^${of}`, 'u');
const PAIRS = [
  [ends(HAN), begins(WESTERN)],
  [ends(WESTERN), begins(HAN)],
] as const;

const between = (before: string, after: string) =>
  PAIRS.some(([end, begin]) => end.test(before) && begin.test(after)) ? ' ' : '';

/** Puts a space around these values of a text where Latin letters or digits would touch Chinese ones. */
export function spaced(text: string, values: readonly string[]): string {
  return values.reduce((shown, value) => {
    const [first = '', ...rest] = shown.split(value);
    return rest.reduce(
      (before, after) => before + between(before, value) + value + between(value, after) + after,
      first,
    );
  }, text);
}

/** Chinese texts cannot say whether a name that is put in will be Chinese. */
export const spacing: PostProcessorModule = {
  type: 'postProcessor',
  name: 'spacing',
  process: (text: string, _key, options: Record<string, unknown>) =>
    spaced(
      text,
      Object.values(options).filter((value): value is string => typeof value === 'string' && value !== ''),
    ),
};
