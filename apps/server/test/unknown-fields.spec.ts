import type { AuditEntry, Page, RecognitionSettings, Shift } from '@rollcall/contracts';
import { aDevice, aPerson, unique } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

/** As far as the OpenAPI document is asked. */
interface Described {
  additionalProperties?: boolean;
  properties?: Record<string, Described>;
  items?: Described;
}

const SETTINGS = '/recognition/settings';
const UNKNOWN = 'is no field of this request: check how it is written';

describe('a field that nobody knows', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
  });
  afterAll(() => rollcall.stop());

  const refused = async (sent: Promise<unknown>, ...paths: string[]) => {
    const { errors } = await admin.refused(sent, 'VALIDATION_FAILED');
    expect(errors).toEqual(paths.map((path) => ({ path, message: UNKNOWN })));
  };

  it('is refused in the settings by its name, and nothing is changed', async () => {
    const before = await admin.get<RecognitionSettings>(SETTINGS);
    const update = {
      threshold: 0.9,
      treshold: 0.8,
      quality: { checkIn: { minSharpness: 0.5, minSharpnes: 0.4 }, kiosk: {} },
      liveness: { threshold: 0.5 },
    };
    await refused(
      admin.put(SETTINGS, update, 400),
      'treshold',
      'quality.checkIn.minSharpnes',
      'quality.kiosk',
      'liveness.threshold',
    );
    expect(await admin.get(SETTINGS)).toEqual(before);
    const { items } = await admin.get<Page<AuditEntry>>('/audit?action=recognition.settings');
    expect(items).toEqual([]);
  });

  it('is refused in whatever is made', async () => {
    const name = unique();
    await refused(admin.post('/people', { ...aPerson(), phone: '1' }, 400), 'phone');
    await refused(admin.post('/sites', { name, timeZone: 'UTC', zone: 'UTC' }, 400), 'zone');
    await refused(admin.post('/devices', { name, site: 1 }, 400), 'site');
    const breaks = [{ start: '12:00', end: '13:00', paid: true }];
    const shift = { name, start: '09:00', end: '18:00', breakRule: 'fixed', breakWindows: breaks };
    await refused(admin.post('/shifts', shift, 400), 'breakWindows.0.paid');
    const { items } = await admin.get<Page<{ name: string }>>('/devices');
    expect(items.map((device) => device.name)).not.toContain(name);
  });

  it('is refused in whatever is changed, where the known ones would change something', async () => {
    const { id } = await aDevice(admin, { name: 'Gate' });
    await refused(
      admin.patch(`/devices/${id}`, { name: 'Door', livenessTreshold: 0.5 }, 400),
      'livenessTreshold',
    );
    const { items } = await admin.get<Page<{ id: string; name: string }>>('/devices');
    expect(items.find((device) => device.id === id)).toMatchObject({ name: 'Gate' });
  });

  it('is let pass where somebody signs in, with all that the user was made from', async () => {
    const user = {
      email: `${unique()}@example.org`,
      password: 'long enough to pass',
      name: 'Hanna',
      role: 'hr',
    };
    await admin.post('/users', user, 201);
    await rollcall.anyone().post('/auth/login', user, 200);
  });

  it('is named with the first twenty of its kind', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`x${i}`, i]));
    const { errors } = await admin.refused(admin.put(SETTINGS, many, 400), 'VALIDATION_FAILED');
    expect(errors).toHaveLength(20);
  });

  it('is none where the contract reads it otherwise than it came', async () => {
    const shift = { name: `  ${unique()}  `, start: '09:00', end: '18:00', coreStart: null };
    const made = await admin.post<Shift>('/shifts', shift, 201);
    expect(made.name).toBe(shift.name.trim());
    const { id, createdAt: _, validFrom: __, ...read } = made;
    const changed = await admin.patch<Shift>(`/shifts/${id}`, { ...read, end: '07:00', overnight: false });
    expect(changed).toMatchObject({ end: '07:00', overnight: true });
    const person = await admin.post<{ email: string }>('/people', aPerson({ email: 'A@EXAMPLE.org' }), 201);
    expect(person.email.toLowerCase()).toBe('a@example.org');
  });

  it('is ruled out by the published contract as well, however deep', async () => {
    const answer = await fetch(`${rollcall.url}/api/openapi.json`);
    const { components } = (await answer.json()) as { components: { schemas: Record<string, Described> } };
    const {
      RecognitionSettingsUpdate: update,
      QualityLimitsUpdate: limits,
      ShiftCreate: shift,
    } = components.schemas;
    const bodies = [
      update,
      limits,
      update?.properties?.['liveness'],
      shift,
      shift?.properties?.['breakWindows']?.items,
    ];
    expect(bodies.map((body) => body?.additionalProperties)).toEqual(bodies.map(() => false));
  });
});
