import type { RecognitionSettings } from '@rollcall/contracts';
import type { Device } from '../devices/device.entity.js';

/** From when on a face at a kiosk counts as alive, 0 to 1. */
export interface LivenessRule {
  readonly threshold: number;
}

/** What holds at a kiosk: its own word, else that of the settings; null where nobody asks. */
export function livenessAt(
  { liveness, livenessThreshold }: Pick<Device, 'liveness' | 'livenessThreshold'>,
  settings: Pick<RecognitionSettings, 'liveness'>,
): LivenessRule | null {
  if (!(liveness ?? settings.liveness.checkIn)) return null;
  return { threshold: livenessThreshold ?? settings.liveness.checkInThreshold };
}
