/** Less than this is the way that a request takes, and who looks at a clock. */
const TOLERATED_SECONDS = 60;

/** What a kiosk may send along, so that its clock need not be right. */
export const DEVICE_TIME = 'x-device-time';

/**
 * By how many seconds a kiosk's clock runs ahead (behind: below 0), measured at a request that says what it showed;
 * 0 where that is no more than requests take.
 */
export function clockSkew(shown: Date, now: Date): number {
  const seconds = Math.round((shown.getTime() - now.getTime()) / 1000);
  return Math.abs(seconds) <= TOLERATED_SECONDS ? 0 : seconds;
}
