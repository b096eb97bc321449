/**
 * Wall-clock time of an instant in a zone, `YYYY-MM-DDTHH:MM:SS`. In the hour that daylight saving repeats, two
 * instants give the same answer: the instant stays the truth, this is how the site's clock showed it.
 */
export function localTime(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  return parts.replace(' ', 'T');
}
