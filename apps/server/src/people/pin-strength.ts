import { DomainError } from '../platform/domain-error.js';

const STEPS = [0, 1, 9]; // The same digit, one up, one down; 9 and 0 are neighbours.

/** @throws DomainError PIN_TOO_SIMPLE for what is tried first: 111111, 123456, 987654, 567890 */
export function requireStrength(pin: string): void {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, i) => (digit - digits[i]! + 10) % 10);
  if (!STEPS.some((step) => steps.every((each) => each === step))) return;
  const detail = 'One digit repeated, or digits in a row, are guessed first. Choose another PIN.';
  throw new DomainError('rule', 'PIN_TOO_SIMPLE', detail);
}
