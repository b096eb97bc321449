import { requireStrength } from './pin-strength.js';

describe('the strength of a PIN', () => {
  it.each(['000000', '111111111111', '123456', '012345', '567890', '654321', '321098', '9876543210'])(
    'refuses %s',
    (pin) => {
      const refusal = expect.objectContaining({ kind: 'rule', code: 'PIN_TOO_SIMPLE' }) as Error;
      expect(() => requireStrength(pin)).toThrow(refusal);
    },
  );

  it.each(['123457', '112233', '111112', '135791', '121212', '654312'])('takes %s', (pin) => {
    expect(() => requireStrength(pin)).not.toThrow();
  });
});
