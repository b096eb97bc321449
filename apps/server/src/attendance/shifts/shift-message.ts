import type { Shift as ShiftMessage } from '@rollcall/contracts';
import { endMinutes } from './shift-fields.js';
import type { Shift } from './shift.entity.js';
import type { ShiftVersion } from './shift-version.entity.js';

/** What has always held. */
export const ALWAYS = '0001-01-01';

/** A shift as the API shows it, by one of its versions. */
export const presentShift = (
  { id, name, createdAt }: Shift,
  { rules, validFrom }: Pick<ShiftVersion, 'rules' | 'validFrom'>,
): ShiftMessage => ({
  id,
  name,
  ...rules,
  overnight: endMinutes(rules.start, rules.end) > 1440,
  validFrom: validFrom === ALWAYS ? null : validFrom,
  createdAt: createdAt.toISOString(),
});
