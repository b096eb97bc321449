import type { CheckInAnswer, CheckInRecord, Page } from '@rollcall/contracts';
import { aKiosk } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto, notAnImage } from './support/scripted-face-engine.js';

const MEBIBYTE = 2 ** 20;

describe('a check-in is refused', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let kiosk: Client;
  let deviceId: string;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
    const made = await aKiosk(rollcall);
    kiosk = made.kiosk;
    deviceId = made.device.id;
  });
  afterAll(() => rollcall.stop());
  afterEach(async () => {
    const { items } = await admin.get<Page<CheckInRecord>>(`/check-ins?deviceId=${deviceId}`);
    expect(items).toEqual([]);
  });

  it('without the key of a kiosk', async () => {
    const anyone = rollcall.anyone();
    await anyone.refused(anyone.frame(aPhoto(), 401), 'DEVICE_KEY_INVALID');
    await admin.refused(admin.frame(aPhoto(), 401), 'DEVICE_KEY_INVALID');
  });

  it.each(['application/json', 'text/plain', 'application/octet-stream', 'image/gif', 'image/*'])(
    'as %s',
    async (type) => {
      const body = type === 'application/json' ? Buffer.from('{"frame":"text"}') : aPhoto();
      await kiosk.refused(kiosk.frame(body, 415, { 'Content-Type': type }), 'UNSUPPORTED_IMAGE');
    },
  );

  it('with nothing in it', async () => {
    await kiosk.refused(kiosk.frame(Buffer.alloc(0), 400), 'IMAGE_MISSING');
    await kiosk.refused(
      kiosk.upload('/check-ins', [], 400, { capturedAt: '2026-01-01T00:00:00Z' }),
      'IMAGE_MISSING',
    );
    const oneEmpty: [string, Buffer][] = [['frame', aPhoto()], ['frame', Buffer.alloc(0)]]; // prettier-ignore
    await kiosk.refused(kiosk.upload('/check-ins', oneEmpty, 400), 'IMAGE_MISSING');
  });

  it('with no body and no type at all', async () => {
    const { status, text } = await kiosk.answer('POST', '/check-ins');
    expect([400, 415]).toContain(status);
    expect(JSON.parse(text)).toMatchObject({
      status,
      code: expect.stringMatching(/^(IMAGE_MISSING|UNSUPPORTED_IMAGE)$/),
    });
  });

  it('with six frames, or with a part of another name', async () => {
    const six = Array.from({ length: 6 }, (): [string, Buffer] => ['frame', aPhoto()]);
    const told = await kiosk.refused(kiosk.upload('/check-ins', six, 400), 'TOO_MANY_FRAMES');
    expect(told.detail).toContain('at most 5 frames');
    await kiosk.upload('/check-ins', [['photo', aPhoto()]], 400);
  });

  it('as something that is no picture', async () => {
    await kiosk.refused(kiosk.frame(notAnImage(), 422), 'UNSUPPORTED_IMAGE');
    const mixed: [string, Buffer][] = [['frame', aPhoto()], ['frame', notAnImage()]]; // prettier-ignore
    await kiosk.refused(kiosk.upload('/check-ins', mixed, 422), 'UNSUPPORTED_IMAGE');
  });

  it('larger than 20 MB', async () => {
    const large = Buffer.alloc(20 * MEBIBYTE + 1);
    await kiosk.refused(kiosk.frame(large, 413), 'IMAGE_TOO_LARGE');
    await kiosk.refused(kiosk.upload('/check-ins', [['frame', large]], 413), 'IMAGE_TOO_LARGE');
  });

  it.each(['yesterday', '1767225600', '2026-01-01', '2026-01-01T08:00:00', '2026-13-01T08:00:00Z', ''])(
    'with %p for a time of capture',
    async (capturedAt) => {
      const frame: [string, Buffer][] = [['frame', aPhoto()]];
      const refusal = await kiosk.refused(
        kiosk.upload('/check-ins', frame, 400, { capturedAt }),
        'VALIDATION_FAILED',
      );
      expect(refusal.errors?.[0]?.path).toBe('captured-at');
    },
  );

  it('with a time of capture more than five minutes ahead', async () => {
    const ahead = (seconds: number) =>
      new Date(rollcall.clock.now().getTime() + seconds * 1000).toISOString();
    await kiosk.refused(kiosk.frame(aPhoto(), 422, { 'captured-at': ahead(301) }), 'CAPTURED_AT_IN_FUTURE');
    const other = await aKiosk(rollcall);
    const answer = await other.kiosk.frame<CheckInAnswer>(aPhoto(), 201, { 'captured-at': ahead(300) });
    expect(answer).toMatchObject({ capturedAt: ahead(300), late: false });
  });

  it('with an idempotency key of more than 200 letters', async () => {
    const key = 'k'.repeat(201);
    await kiosk.refused(kiosk.frame(aPhoto(), 400, { 'Idempotency-Key': key }), 'VALIDATION_FAILED');
  });
});
