import type { ClockSpan } from '@rollcall/attendance';
import type { ShiftFields } from '@rollcall/contracts';
import { DomainError } from '../../platform/domain-error.js';
import { rulesOf } from './shift-fields.js';

/** A field that does not fit the others, and a sentence about it. */
interface Misfit {
  readonly path: string;
  readonly message: string;
}

/** @throws DomainError SHIFT_HOURS where the parts of a shift do not fit each other; it names each field */
export function checked(fields: ShiftFields): ShiftFields {
  const misfits = [...coreMisfits(fields), ...breakMisfits(fields), ...workMisfits(fields)];
  if (misfits.length === 0) return fields;
  const detail = misfits.map(({ message }) => message).join(' ');
  throw new DomainError('rule', 'SHIFT_HOURS', detail, { errors: misfits });
}

function* coreMisfits(fields: ShiftFields): Generator<Misfit> {
  if (fields.kind !== 'flexible') return;
  if (!fields.coreStart !== !fields.coreEnd)
    yield {
      path: fields.coreStart ? 'coreEnd' : 'coreStart',
      message: 'Core hours have a start and an end. Give both, or neither.',
    };
  const { core, hours } = rulesOf(fields);
  if (core) yield* spanMisfits(core, hours, { start: 'coreStart', end: 'coreEnd', what: 'Core hours' });
}

function* breakMisfits(fields: ShiftFields): Generator<Misfit> {
  const { breaks, hours } = rulesOf(fields);
  const length = hours.end - hours.start;
  const tooLong = 'The break is as long as the shift. Make it shorter.';
  if (fields.breakMinutes >= length) yield { path: 'breakMinutes', message: tooLong };
  if (breaks.kind === 'fixed') yield* windowMisfits(fields, breaks.windows, hours);
  if (fields.breakRule !== 'deducted' || fields.secondBreakMinutes === 0) return;
  if (fields.secondBreakMinutes >= length) yield { path: 'secondBreakMinutes', message: tooLong };
  if (fields.breakMinutes > 0 && fields.secondBreakAfterMinutes < fields.breakAfterMinutes)
    yield {
      path: 'secondBreakAfterMinutes',
      message: 'The second break comes after more work than the first.',
    };
}

function* windowMisfits(
  { breakMinutes }: ShiftFields,
  windows: readonly ClockSpan[],
  hours: ClockSpan,
): Generator<Misfit> {
  if (windows.length === 0 && breakMinutes > 0)
    yield { path: 'breakWindows', message: 'A break at a fixed time needs that time: breakWindows.' };
  for (const [i, window] of windows.entries()) {
    const path = `breakWindows.${i}`;
    yield* spanMisfits(window, hours, { start: `${path}.start`, end: `${path}.end`, what: 'A break' });
    if (windows.slice(0, i).some(({ start, end }) => window.start < end && window.end > start))
      yield { path: `${path}.start`, message: 'Breaks do not overlap.' };
  }
  const taken = windows.reduce((sum, { start, end }) => sum + end - start, 0);
  if (windows.every(({ end }) => end <= hours.end) && taken >= hours.end - hours.start)
    yield { path: 'breakWindows', message: 'The breaks leave nothing of the shift. Make them shorter.' };
}

function* workMisfits(fields: ShiftFields): Generator<Misfit> {
  const { halfDayMinutes, absentMinutes, dueMinutes } = fields;
  const { hours } = rulesOf(fields);
  if (dueMinutes !== null && dueMinutes > hours.end - hours.start)
    yield { path: 'dueMinutes', message: 'No more work can be due than the shift is long.' };
  if (halfDayMinutes > 0 && absentMinutes > halfDayMinutes)
    yield { path: 'absentMinutes', message: 'An absence is less work than half a day.' };
}

/** Where a span is not within the hours. An end that is not after its start was read as one of the next day. */
function* spanMisfits(
  span: ClockSpan,
  hours: ClockSpan,
  { start, end, what }: { start: string; end: string; what: string },
): Generator<Misfit> {
  if (span.start >= hours.end)
    yield { path: start, message: `${what} cannot begin outside of the hours of the shift.` };
  else if (span.end > hours.end)
    yield { path: end, message: `${what} must end after the start, and within the hours of the shift.` };
}
