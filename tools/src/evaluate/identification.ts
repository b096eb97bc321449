import { thresholdFor } from './verification.js';

/** The answer of a search for one probe: the best person and how alike. */
export interface ProbeResult {
  /** Best cosine over the gallery; -1 where no face was found on the probe. */
  readonly similarity: number;
  /** True where the best person is the right one; of strangers always false. */
  readonly right: boolean;
}

/** Rates of an open-set search (ISO/IEC 19795-1): some probes are enrolled, some are strangers. */
export interface OpenSetRates {
  readonly threshold: number;
  /** False positive identification rate: strangers for whom somebody is returned, 0 to 1. */
  readonly fpir: number;
  /** False negative identification rate: enrolled probes whose right person is not returned first, 0 to 1. */
  readonly fnir: number;
}

/** Rates at a threshold. A probe without a face is a miss for the enrolled and no risk for the strangers. */
export function ratesAt(
  enrolled: readonly ProbeResult[],
  strangers: readonly ProbeResult[],
  threshold: number,
): OpenSetRates {
  const missed = enrolled.filter(({ right, similarity }) => !right || similarity < threshold).length;
  const accepted = strangers.filter(({ similarity }) => similarity >= threshold).length;
  return { threshold, fnir: missed / enrolled.length, fpir: accepted / strangers.length };
}

/** FNIR at the least threshold whose FPIR does not exceed the asked one. */
export function ratesForFpir(
  enrolled: readonly ProbeResult[],
  strangers: readonly ProbeResult[],
  fpir: number,
): OpenSetRates {
  const threshold = thresholdFor(
    strangers.map(({ similarity }) => similarity),
    fpir,
  );
  return ratesAt(enrolled, strangers, threshold);
}
