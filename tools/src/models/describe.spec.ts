import type { AgreementReport } from '@rollcall/contracts';
import { describeAgreement } from './describe.js';

const report = (probes: number, agreeing: number): AgreementReport => ({
  from: 'open@1',
  to: 'other@2',
  faces: 3,
  reembedded: 3,
  failed: [],
  unreachable: [],
  probes,
  agreeing,
  changed: [],
  underThreshold: [],
  newlyAlike: [],
  fromThreshold: 0.4,
  toThreshold: 0.3,
});

describe('what an activation says of the decisions', () => {
  it('tells the share that stays the same', () => {
    expect(describeAgreement(report(8, 6))).toMatch(/8 photos .* under both: 75\.0 % get the same decision/);
  });

  it('claims no share where nobody has several photos, and says what would give one', () => {
    const said = describeAgreement(report(0, 0));
    expect(said).toMatch(/nothing to compare decisions by.*people with two or more photos/);
    expect(said).not.toMatch(/%/);
  });
});
