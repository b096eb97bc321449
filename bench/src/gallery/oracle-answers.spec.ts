import { mixedProbe, MIX } from './mixed-probes.js';
import { DECISIONS, oracleAnswers } from './oracle-answers.js';
import { SyntheticPeople } from './synthetic-people.js';

describe('what the oracle wrote', () => {
  it('is read record by record', () => {
    const bytes = Buffer.alloc(56);
    bytes.writeInt32LE(7, 28);
    bytes.writeInt32LE(3, 32);
    bytes.writeInt32LE(2, 36);
    bytes.writeDoubleLE(0.74, 40);
    bytes.writeDoubleLE(0.2, 48);
    const [, answer] = oracleAnswers(bytes);
    expect(answer).toEqual({ best: 7, second: 3, decision: 2, first: 0.74, next: 0.2 });
    expect(DECISIONS[answer!.decision]).toBe('matched');
  });

  it('is not believed where it ends in the middle', () => {
    expect(() => oracleAnswers(Buffer.alloc(30))).toThrow('stopped');
  });
});

describe('mixed probes', () => {
  it('come in their shares, whatever number one starts at', () => {
    const people = new SyntheticPeople(1, 512, 4);
    const kinds = Array.from({ length: 20 }, (_, n) => mixedProbe(people, 40 + n, 50).kind);
    for (const [kind, count] of Object.entries(MIX))
      expect(kinds.filter((each) => each === kind)).toHaveLength(count);
  });
});
