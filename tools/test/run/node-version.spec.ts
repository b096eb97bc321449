import { refusal } from '../../run/node-version.cjs';

describe('the Node that Rollcall asks for', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('is content with %s', (version) => {
    expect(refusal(version)).toBeNull();
  });

  it.each(['8.17.0', '10.24.1', '18.20.8', '20.18.3'])(
    'refuses %s in one line that names both',
    (version) => {
      expect(refusal(version)).toMatch(/^Rollcall needs Node 20\.19 or newer; this is Node .*nodejs\.org\.$/);
      expect(refusal(version)).toContain(version);
    },
  );
});
