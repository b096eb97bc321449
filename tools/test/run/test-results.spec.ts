import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sum, tally } from '../../run/test-results.cjs';

describe('the tally of test results', () => {
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'results-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const result = (numbers: object) => {
    const file = path.join(folder, 'test-results.json');
    const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
    writeFileSync(file, JSON.stringify({ ...none, numRuntimeErrorTestSuites: 0, ...numbers }));
    return tally(file);
  };

  it('counts a suite that does not load as a failure', () => {
    expect(result({ numPassedTests: 3, numRuntimeErrorTestSuites: 1 })).toMatchObject({
      passed: 3,
      failed: 1,
    });
  });

  it('adds up over projects', () => {
    const first = result({ numPassedTests: 3, numFailedTests: 1 });
    const second = result({ numPassedTests: 4, numPendingTests: 2, numTodoTests: 1 });
    expect(sum([first, second])).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });
});
