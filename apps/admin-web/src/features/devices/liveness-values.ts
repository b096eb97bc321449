import type { Device } from '@rollcall/contracts';

/** What may be chosen at a kiosk, and what the server calls it. */
const LIVENESS = { default: null, on: true, off: false } as const;
export type LivenessOption = keyof typeof LIVENESS;
export const LIVENESS_OPTIONS = Object.keys(LIVENESS) as LivenessOption[];

/** Liveness of a kiosk as a form holds it. */
export interface LivenessValues {
  liveness: LivenessOption;
  /** Empty: as the settings say. */
  livenessThreshold: number | '';
}

export function livenessValues(device: Device | undefined): LivenessValues {
  const chosen = device?.liveness ?? null;
  return {
    liveness: LIVENESS_OPTIONS.find((option) => LIVENESS[option] === chosen) ?? 'default',
    livenessThreshold: device?.livenessThreshold ?? '',
  };
}

/** As the server takes it; a kiosk that never asks keeps the threshold that it had. */
export function livenessOf({ liveness, livenessThreshold }: LivenessValues, device: Device | undefined) {
  const kept = device?.livenessThreshold ?? null;
  const typed = livenessThreshold === '' ? null : livenessThreshold;
  return { liveness: LIVENESS[liveness], livenessThreshold: liveness === 'off' ? kept : typed };
}
