export * from './evaluate/identification.js';
export * from './evaluate/verification.js';
export * from './rollcall-client.js';
