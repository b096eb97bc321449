export * from './evaluate/identification.js';
export * from './evaluate/verification.js';
export * from './rollcall-client.js';
export { describeVerification, verify } from './evaluate/verify.js';
export { packNamed } from './packs.js';
