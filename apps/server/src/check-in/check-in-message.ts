import type { CheckInAnswer, CheckInRecord, CheckInTimings, Direction } from '@rollcall/contracts';
import type { Person } from '../people/person.entity.js';
import type { CheckInEvent } from './check-in-event.js';
import type { Recorded } from './check-in-log.js';
import type { CheckIn } from './check-in.entity.js';

/** What the kiosk is told. */
export function answerOf(
  { device, pinAccepted }: CheckInEvent,
  recorded: Recorded,
  timings: CheckInTimings,
): CheckInAnswer {
  const { row, decision, person, punch } = recorded;
  return {
    ...outcomeOf({ ...row, decision }, person, punch?.direction ?? null),
    // Whoever tries with a picture is not told how it was found out.
    ...(decision === 'spoof' && !device.showScores && { reasons: [] }),
    ...(device.showScores && scoresOf(row)),
    ...(pinAccepted !== undefined && { pinAccepted }),
    timings,
  };
}

/** What the log shows. Scores are for those who may judge them; shown to anyone else they help an impostor climb. */
export function recordOf(
  row: CheckIn,
  person: Person | null,
  direction: Direction | null,
  deviceName: string,
  showScores: boolean,
): CheckInRecord {
  return {
    ...outcomeOf(row, person, direction),
    ...(showScores && scoresOf(row)),
    box: showScores ? row.box : null,
    device: { id: row.deviceId, name: deviceName },
    hasFrame: row.frameId !== null,
  };
}

/** The same record for somebody who may not see scores. */
export function withoutScores(record: CheckInRecord): CheckInRecord {
  const { similarity: _s, threshold: _t, margin: _m, liveness: _l, quality: _q, ...rest } = record;
  return { ...rest, box: null };
}

const outcomeOf = (row: CheckIn, person: Person | null, direction: Direction | null) => ({
  id: row.id,
  decision: row.decision,
  method: row.method,
  person: person && { id: person.id, name: person.name, employeeNo: person.employeeNo ?? '' },
  direction,
  reasons: row.reasons,
  capturedAt: row.capturedAt.toISOString(),
  receivedAt: row.receivedAt.toISOString(),
  late: row.late,
  ...(row.clockSkewSeconds !== 0 && { clockSkewSeconds: row.clockSkewSeconds }),
  localTime: row.localTime,
  site: { id: row.siteId, timeZone: row.timeZone },
});

const scoresOf = ({ similarity, threshold, margin, liveness, quality }: CheckIn) => ({
  similarity,
  threshold,
  margin,
  liveness,
  quality,
});
