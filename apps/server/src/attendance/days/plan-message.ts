import type { Span, Workday } from '@rollcall/attendance';
import type { PlannedShift, Shift, Stretch } from '@rollcall/contracts';

/** What was meant to be worked on a day, as the API shows it; `shifts` as they read on that day. */
export function presentPlan({ territories }: Workday, shifts: readonly Shift[]): PlannedShift[] {
  return territories.flatMap(({ shift: { shiftId, rules, span, core, breaks }, from, to }) => {
    const shift = shifts.find(({ id }) => id === shiftId);
    if (!shift) return [];
    return [
      {
        shift,
        opens: new Date(from).toISOString(),
        start: new Date(span.from).toISOString(),
        end: new Date(span.to).toISOString(),
        closes: new Date(to).toISOString(),
        core: rules.kind === 'flexible' && rules.core ? presentStretch(core) : null,
        breaks: breaks.map(presentStretch),
      },
    ];
  });
}

export const presentStretch = ({ from, to }: Span): Stretch => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});
