import type { CheckInMethod, RecognitionSettings } from '@rollcall/contracts';
import type { Device } from '../devices/device.entity.js';
import type { Candidate } from '../gallery/weighing.js';
import type { CaptureMoment } from './capture-moment.js';
import type { LivenessRule } from './liveness-rule.js';
import type { Probe } from './probe.js';
import type { Verdict } from './verdict.js';

/** Everything that a decision rests on: the moment, what was seen, whom it resembled and by which rule. */
export interface CheckInEvent {
  readonly device: Device;
  readonly moment: CaptureMoment;
  readonly probe: Probe;
  /** Where the frame lies, if it is kept. */
  readonly frameId: string | null;
  readonly closest: readonly Candidate[];
  readonly settings: RecognitionSettings;
  /** By which rule a face had to be alive; null where nobody asked. */
  readonly liveness: LivenessRule | null;
  readonly verdict: Verdict;
  readonly method: CheckInMethod;
  /** Where it is ambiguous: whether a PIN may decide. */
  readonly pinAccepted?: boolean;
}
