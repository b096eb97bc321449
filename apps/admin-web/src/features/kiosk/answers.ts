import type { CheckInAnswer } from '@rollcall/contracts';
import {
  IconAlertTriangle,
  IconCheck,
  IconChecks,
  IconCloudUp,
  IconEyeOff,
  IconLogout2,
  IconQuestionMark,
  IconShieldX,
  IconUserOff,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import type { Frame } from './kiosk.queries.js';

/**
 * What the kiosk has to say: the server's decision, that it leaves the last word to a PIN, or what became of a frame
 * that did not reach it.
 */
export type Answer =
  | { kind: 'decided'; answer: CheckInAnswer }
  | { kind: 'asks-pin'; frame: Frame }
  | { kind: 'kept' }
  | { kind: 'lost' }
  | { kind: 'failed'; error: unknown };

export type Mood =
  'in' | 'out' | 'again' | 'alike' | 'unknown' | 'spoof' | 'unclear' | 'nobody' | 'kept' | 'failed';

export const MOOD_ICON: Record<Mood, Icon> = {
  in: IconCheck,
  out: IconLogout2,
  again: IconChecks,
  alike: IconUsersGroup,
  unknown: IconQuestionMark,
  spoof: IconShieldX,
  unclear: IconEyeOff,
  nobody: IconUserOff,
  kept: IconCloudUp,
  failed: IconAlertTriangle,
};

const MOODS: Record<CheckInAnswer['decision'], Mood> = {
  matched: 'in',
  duplicate: 'again',
  ambiguous: 'alike',
  unknown: 'unknown',
  spoof: 'spoof',
  low_quality: 'unclear',
  no_face: 'nobody',
};

export function moodOf(answer: Answer): Mood {
  if (answer.kind === 'kept') return 'kept';
  if (answer.kind === 'asks-pin') return 'alike';
  if (answer.kind !== 'decided') return 'failed';
  const { decision, direction } = answer.answer;
  return decision === 'matched' && direction === 'out' ? 'out' : MOODS[decision];
}

const LONG_MS = 6_000;
const USUAL_MS = 4_500;
const SHORT_MS = 3_000;

/** How long an answer stays: long enough to read advice, short where there is little to read. */
export const SHOWN_FOR: Record<Mood, number> = {
  in: USUAL_MS,
  out: USUAL_MS,
  again: USUAL_MS,
  alike: LONG_MS,
  unknown: USUAL_MS,
  spoof: USUAL_MS,
  unclear: LONG_MS,
  nobody: SHORT_MS,
  kept: USUAL_MS,
  failed: LONG_MS,
};

export const toneOf = (mood: Mood): 'good' | 'bad' =>
  mood === 'in' || mood === 'out' || mood === 'again' || mood === 'kept' ? 'good' : 'bad';
