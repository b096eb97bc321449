import { DomainError, notFound } from '../domain-error.js';
import { backOffMs, faultOf, isPermanent } from './job-outcome.js';

describe('the outcome of an attempt', () => {
  it('waits twice as long after every attempt, spread by half, and never much over five minutes', () => {
    expect([1, 2, 3, 4].map((attempt) => backOffMs(attempt, 2_000, 0.5))).toEqual([
      2_000, 4_000, 8_000, 16_000,
    ]);
    expect(backOffMs(1, 2_000, 0)).toBe(1_000);
    expect(backOffMs(1, 2_000, 0.999)).toBeCloseTo(2_998);
    expect(backOffMs(60, 2_000, 0.5)).toBe(300_000);
  });

  it('is final where a rule would be broken again', () => {
    expect(isPermanent(notFound('person'))).toBe(true);
    expect(isPermanent(new DomainError('rule', 'NO_FACE', 'No face.'))).toBe(true);
    expect(isPermanent(new DomainError('busy', 'BUSY', 'Later.'))).toBe(false);
    expect(isPermanent(new Error('connection lost'))).toBe(false);
  });

  it('tells a rule by its code, and of anything else nothing that was not meant for people', () => {
    expect(faultOf(notFound('person'))).toEqual({
      code: 'PERSON_NOT_FOUND',
      detail: 'There is no such person.',
    });
    const fault = faultOf(new Error('duplicate key (email)=(ada@example.org)'));
    expect(fault.code).toBe('INTERNAL');
    expect(fault.detail).not.toContain('ada@example.org');
  });
});
