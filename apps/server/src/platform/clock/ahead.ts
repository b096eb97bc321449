/** How far the clocks of those who send us moments may run ahead of ours. */
const MAX_AHEAD_MS = 5 * 60_000;

/** Whether a moment that should have been lies in the future, whoever's clock one believes. */
export const isAhead = (moment: Date, now: Date) => moment.getTime() - now.getTime() > MAX_AHEAD_MS;
