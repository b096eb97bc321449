export * from './photo-owners.js';
export * from './roster.js';
export * from './roster-fault.js';
