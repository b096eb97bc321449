import { Temporal } from 'temporal-polyfill';
import { addDays, type LocalDate } from './local-date.js';

const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;

/**
 * The clock of one IANA time zone. Instants are milliseconds since the epoch. Where clocks are put forward, a time
 * that they skip is as much later as they skip; where they are put back, a time that comes twice is the first of both
 * (RFC 5545, "compatible" of ECMAScript's Temporal).
 */
export class Zone {
  private static readonly known = new Map<string, Zone>();
  /** Days that were asked for. Asking the time zone database takes microseconds, and a month asks often. */
  private readonly days = new Map<LocalDate, { readonly begins: number; readonly ends: number }>();

  private constructor(readonly name: string) {}

  /** @throws RangeError where there is no zone of this name */
  static of(name: string): Zone {
    let zone = Zone.known.get(name);
    if (!zone) {
      zone = new Zone(name);
      zone.beginningOf('2026-01-01');
      Zone.known.set(name, zone);
    }
    return zone;
  }

  /** The instant at which a day begins: midnight, or the first moment after it where clocks skip midnight. */
  beginningOf(date: LocalDate): number {
    return this.day(date).begins;
  }

  /**
   * The instant at which the clock of this day shows so many minutes after midnight.
   *
   * @param minutes from 0; 1440 and more lie on the days after
   */
  instantAt(date: LocalDate, minutes: number): number {
    const days = Math.floor(minutes / DAY_MINUTES);
    const day = days === 0 ? date : addDays(date, days);
    const minute = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
    const { begins, ends } = this.day(day);
    if (ends - begins === DAY_MINUTES * MINUTE_MS || minute === 0) return begins + minute * MINUTE_MS;
    const time = { hour: Math.floor(minute / 60), minute: minute % 60 };
    return Temporal.PlainDate.from(day).toPlainDateTime(time).toZonedDateTime(this.name).epochMilliseconds;
  }

  /** The day that the clock shows at an instant. */
  dateAt(instant: number): LocalDate {
    let date = new Date(instant).toISOString().slice(0, 10);
    const { begins, ends } = this.day(date);
    if (instant < begins) date = addDays(date, -1);
    else if (instant >= ends) date = addDays(date, 1);
    return date;
  }

  private day(date: LocalDate): { readonly begins: number; readonly ends: number } {
    let day = this.days.get(date);
    if (!day) {
      const plain = Temporal.PlainDate.from(date);
      const begins = plain.toZonedDateTime(this.name).epochMilliseconds;
      day = { begins, ends: plain.add({ days: 1 }).toZonedDateTime(this.name).epochMilliseconds };
      this.days.set(date, day);
    }
    return day;
  }
}
