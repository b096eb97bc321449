import type { AuditEntry, Device, DeviceSelf, DeviceWithKey, Page } from '@rollcall/contracts';
import { aDevice, aKiosk, aSite, NOBODY } from './support/builders.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

describe('devices', () => {
  let rollcall: Rollcall;
  beforeAll(async () => (rollcall = await Rollcall.start()));
  afterAll(() => rollcall.stop());

  const listed = async (id: string) =>
    (await (await rollcall.admin()).get<Page<Device>>('/devices?limit=500')).items.find(
      (each) => each.id === id,
    );

  it('are created with a key that is shown once', async () => {
    const admin = await rollcall.admin();
    const site = await aSite(admin);
    const fields = { name: 'Back door', siteId: site.id, direction: 'in', showScores: true };
    const made = await admin.post<DeviceWithKey>('/devices', fields, 201);
    const { deviceKey, ...device } = made;
    expect(deviceKey).toMatch(/^rck_[\w-]{43}$/);
    expect(device).toEqual({
      id: made.id,
      ...fields,
      liveness: null,
      livenessThreshold: null,
      lastSeenAt: null,
      clockSkewSeconds: null,
      online: false,
      createdAt: rollcall.clock.now().toISOString(),
    });
    expect(await listed(made.id)).toEqual(device);
    expect(JSON.stringify(await rollcall.sql('SELECT * FROM devices'))).not.toContain(deviceKey.slice(4));
  });

  it('serve both ways at the first site and keep scores to themselves unless told otherwise', async () => {
    const admin = await rollcall.admin();
    const [first] = await rollcall.sql<{ id: string }>('SELECT id FROM sites ORDER BY id LIMIT 1');
    const made = await admin.post<DeviceWithKey>('/devices', { name: 'Front door' }, 201);
    expect(made).toMatchObject({ siteId: first!.id, direction: 'auto', showScores: false });
  });

  it('are refused where a field does not fit', async () => {
    const admin = await rollcall.admin();
    for (const fields of [{ name: '' }, { siteId: 'here' }, { direction: 'both' }, { showScores: 'yes' }]) {
      const refusal = await admin.refused(
        admin.post('/devices', { name: 'Door', ...fields }, 400),
        'VALIDATION_FAILED',
      );
      expect(refusal.errors?.map(({ path }) => path)).toEqual(Object.keys(fields));
    }
    await admin.refused(admin.post('/devices', { name: 'Door', siteId: NOBODY }, 422), 'SITE_NOT_FOUND');
  });

  it('learn about themselves, which counts as a sign of life', async () => {
    const { device, kiosk } = await aKiosk(rollcall, { direction: 'out', showScores: true });
    const self = await kiosk.get<DeviceSelf>('/devices/self');
    expect(self).toEqual({
      id: device.id,
      name: 'Front door',
      direction: 'out',
      showScores: true,
      site: { id: device.siteId, name: 'Main site', timeZone: 'Europe/Berlin' },
      serverTime: rollcall.clock.now().toISOString(),
    });
    expect(await listed(device.id)).toMatchObject({ online: true, lastSeenAt: self.serverTime });
    rollcall.clock.advance(119);
    expect(await listed(device.id)).toMatchObject({ online: true });
    rollcall.clock.advance(1);
    expect(await listed(device.id)).toMatchObject({ online: false, lastSeenAt: self.serverTime });
    await kiosk.frame(aPhoto(), 201);
    expect(await listed(device.id)).toMatchObject({
      online: true,
      lastSeenAt: rollcall.clock.now().toISOString(),
    });
  });

  it('are changed, one field at a time or none', async () => {
    const admin = await rollcall.admin();
    const site = await aSite(admin, 'Asia/Tokyo');
    const { device, kiosk } = await aKiosk(rollcall);
    const changed = await admin.patch<Device>(`/devices/${device.id}`, { siteId: site.id, direction: 'out' });
    expect(changed).toMatchObject({ name: 'Front door', siteId: site.id, direction: 'out' });
    expect(await admin.patch(`/devices/${device.id}`, {})).toEqual(changed);
    expect(await kiosk.get('/devices/self')).toMatchObject({
      direction: 'out',
      site: { timeZone: 'Asia/Tokyo' },
    });
    await admin.refused(admin.patch(`/devices/${device.id}`, { siteId: NOBODY }, 422), 'SITE_NOT_FOUND');
    await admin.refused(admin.patch(`/devices/${device.id}`, { direction: 'up' }, 400), 'VALIDATION_FAILED');
    await admin.refused(admin.patch(`/devices/${NOBODY}`, { name: 'X' }, 404), 'DEVICE_NOT_FOUND');
    expect(await listed(device.id)).toMatchObject({ siteId: site.id, direction: 'out' });
  });

  it('get another key, and the one before opens nothing any more', async () => {
    const admin = await rollcall.admin();
    const { device, kiosk } = await aKiosk(rollcall);
    const rotated = await admin.post<DeviceWithKey>(`/devices/${device.id}/rotate-key`, undefined, 200);
    expect(rotated.deviceKey).not.toBe(device.deviceKey);
    await kiosk.refused(kiosk.get('/devices/self', 401), 'DEVICE_KEY_INVALID');
    expect(await rollcall.kiosk(rotated.deviceKey).get('/devices/self')).toMatchObject({ id: device.id });
    await admin.refused(admin.post(`/devices/${NOBODY}/rotate-key`, undefined, 404), 'DEVICE_NOT_FOUND');
  });

  it('are removed: the key opens nothing and the list does not show them', async () => {
    const admin = await rollcall.admin();
    const { device, kiosk } = await aKiosk(rollcall);
    await admin.delete(`/devices/${device.id}`, 204);
    await kiosk.refused(kiosk.get('/devices/self', 401), 'DEVICE_KEY_INVALID');
    await kiosk.refused(kiosk.frame(aPhoto(), 401), 'DEVICE_KEY_INVALID');
    expect(await listed(device.id)).toBeUndefined();
    await admin.refused(admin.delete(`/devices/${device.id}`, 404), 'DEVICE_NOT_FOUND');
    await admin.refused(admin.patch(`/devices/${device.id}`, { name: 'X' }, 404), 'DEVICE_NOT_FOUND');
    await admin.refused(admin.post(`/devices/${device.id}/rotate-key`, undefined, 404), 'DEVICE_NOT_FOUND');
  });

  it('are not people: a key opens no page, a session opens no kiosk', async () => {
    const { kiosk } = await aKiosk(rollcall);
    await kiosk.refused(kiosk.get('/people', 401), 'UNAUTHENTICATED');
    const admin = await rollcall.admin();
    await admin.refused(admin.get('/devices/self', 401), 'DEVICE_KEY_INVALID');
    const made = rollcall.kiosk('rck_made-up');
    await made.refused(made.get('/devices/self', 401), 'DEVICE_KEY_INVALID');
  });

  it('are noted in the audit log when they change, without their key', async () => {
    const admin = await rollcall.admin();
    const device = await aDevice(admin);
    await admin.patch(`/devices/${device.id}`, { name: 'Side door' });
    await admin.post(`/devices/${device.id}/rotate-key`, undefined, 200);
    await admin.delete(`/devices/${device.id}`, 204);
    const { items } = await admin.get<Page<AuditEntry>>('/audit');
    const own = items.filter(({ subject }) => subject === `device:${device.id}`);
    const actions = ['device.delete', 'device.rotate-key', 'device.update', 'device.create'];
    expect(own.map(({ action }) => action)).toEqual(actions);
    expect(JSON.stringify(own)).not.toContain('rck_');
  });
});
