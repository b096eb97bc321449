/** Of the small letters beside a timeline: how wide they are, in pixels, and what stays free between two texts. */
const LETTER = 6.8;
const WIDE_LETTER = 12;
const GAP = 12;
const IDEOGRAPH = /[\u2E80-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]/u;

/** The room that the widest of some texts takes, so that none touches the next. Measured by letters: jsdom has no others. */
export const roomOf = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => [...text].reduce((sum, letter) => sum + widthOf(letter), GAP)));

const widthOf = (letter: string) => (IDEOGRAPH.test(letter) ? WIDE_LETTER : LETTER);

/** Whole hours as short as the language has them: 8 AM, 08:00. */
export function hourFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  return clock.resolvedOptions().hour12
    ? new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric' })
    : clock;
}
