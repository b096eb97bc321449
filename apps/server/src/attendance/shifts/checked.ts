import type { ShiftFields } from '@rollcall/contracts';
import { DomainError } from '../../platform/domain-error.js';
import { endMinutes, minutesOf } from './shift-fields.js';

/** @throws DomainError SHIFT_HOURS where the parts of a shift do not fit each other */
export function checked(rules: ShiftFields): ShiftFields {
  const refuse = (detail: string) => new DomainError('rule', 'SHIFT_HOURS', detail);
  const length = endMinutes(rules.start, rules.end) - minutesOf(rules.start);
  if (rules.breakMinutes >= length) throw refuse('The break is as long as the shift. Make it shorter.');
  if (rules.kind === 'flexible' && !rules.coreStart !== !rules.coreEnd)
    throw refuse('Core hours have a start and an end. Give both, or neither.');
  if (rules.breakRule === 'fixed' && rules.breakWindows.length === 0 && rules.breakMinutes > 0)
    throw refuse('A break at a fixed time needs that time: breakWindows.');
  return rules;
}
