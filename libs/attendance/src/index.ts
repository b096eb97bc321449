export * from './direction.js';
