export * from './evaluate/identification.js';
export { fmrForSearch, thresholdAt } from './evaluate/impostor-tail.js';
export * from './evaluate/verification.js';
export * from './rollcall-client.js';
export { describeThresholds } from './evaluate/describe-threshold.js';
export { measureThresholds } from './evaluate/threshold.js';
export type { ThresholdReport } from './evaluate/threshold-report.js';
export { describeVerification, verify } from './evaluate/verify.js';
export { packNamed } from './packs.js';
