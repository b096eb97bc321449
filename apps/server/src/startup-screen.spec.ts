import type { PackInfo } from '@rollcall/contracts';
import { Config } from './platform/config/config.js';
import { localAddress, startupScreen } from './startup-screen.js';

const pack: PackInfo = {
  name: 'open',
  title: 'Open networks',
  licence: 'MIT',
  commercialUse: true,
  modelId: 'open@000000000000',
  dimension: 128,
  liveness: false,
  attributes: [],
  measurement: 'open',
  mostPeople: 60,
};
const config = Config.from({ DATA_DIR: '/tmp/rollcall', ROLLCALL_ADMIN_EMAIL: 'admin@example.org' });
const screen = (made: { email: string; password: string } | null, unreadable = 0, own = pack) =>
  startupScreen('http://localhost:3000', config, 'embedded', own, made, unreadable);

describe('the start screen', () => {
  it('says where to go and what runs', () => {
    const shown = screen(null);
    for (const part of [
      'http://localhost:3000/kiosk',
      '/api/docs',
      'Open networks',
      'commercial use allowed',
    ]) {
      expect(shown).toContain(part);
    }
    expect(screen(null, 0, { ...pack, commercialUse: false })).toContain('NOT for commercial use');
  });

  it('says for how many people the networks are, where they are for a few', () => {
    expect(screen(null)).toContain('For up to about 60 people');
    expect(screen(null, 0, { ...pack, mostPeople: null })).not.toContain('people');
  });

  it('shows a password that was made up, and only such a one', () => {
    expect(screen({ email: 'a@example.org', password: 'made-up' })).toContain('made-up');
    expect(screen(null)).not.toContain('Password');
    expect(screen(null)).toContain('admin@example.org');
  });

  it('warns of people whose faces another pack enrolled', () => {
    expect(screen(null, 5)).toContain('5 enrolled people are not recognised');
    expect(screen(null, 0)).not.toContain('Attention');
  });

  it('names this machine, whichever interface was listened on', () => {
    expect(localAddress('http://0.0.0.0:3000')).toBe('http://localhost:3000');
    expect(localAddress('http://[::1]:3000')).toBe('http://localhost:3000');
    expect(localAddress('http://10.0.0.7:3000')).toBe('http://10.0.0.7:3000');
  });
});
