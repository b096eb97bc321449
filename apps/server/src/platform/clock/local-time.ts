/**
 * Wall-clock time of an instant in a zone, `YYYY-MM-DDTHH:MM:SS`. In the hour that daylight saving repeats, two
 * instants give the same answer: the instant stays the truth, this is how the site's clock showed it.
 */
export function localTime(instant: Date, timeZone: string): string {
  const parts = clockOf(timeZone).format(instant);
  // Intl writes the year 800 as it is spoken; as a date it has four digits.
  return parts.replace(' ', 'T').padStart('YYYY-MM-DDTHH:MM:SS'.length, '0');
}

/** Making one takes a hundred times as long as asking it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(timeZone, clock);
  return clock;
}
