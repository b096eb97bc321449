import type { Decision } from '@rollcall/contracts';
import {
  IconCheck,
  IconChecks,
  IconEyeOff,
  IconQuestionMark,
  IconShieldX,
  IconUserOff,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';

/** One colour and one icon per decision, the same in the feed, the log and the kiosk. */
export const DECISION_LOOK: Record<Decision, { color: string; icon: Icon }> = {
  matched: { color: 'green', icon: IconCheck },
  duplicate: { color: 'petrol', icon: IconChecks },
  ambiguous: { color: 'violet', icon: IconUsersGroup },
  unknown: { color: 'orange', icon: IconQuestionMark },
  spoof: { color: 'red', icon: IconShieldX },
  low_quality: { color: 'yellow', icon: IconEyeOff },
  no_face: { color: 'gray', icon: IconUserOff },
};
