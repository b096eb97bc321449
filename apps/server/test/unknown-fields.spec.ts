import type { AuditEntry, Page, RecognitionSettings } from '@rollcall/contracts';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

/** As far as the OpenAPI document is asked. */
interface Described {
  additionalProperties?: boolean;
  properties?: Record<string, Described>;
}

const SETTINGS = '/recognition/settings';
const UNKNOWN = 'is no field of this request: check how it is written';

describe('settings that nobody knows', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
  });
  afterAll(() => rollcall.stop());

  it('are refused by their names, and nothing is changed', async () => {
    const before = await admin.get<RecognitionSettings>(SETTINGS);
    const update = {
      threshold: 0.9,
      treshold: 0.8,
      quality: { checkIn: { minSharpness: 0.5, minSharpnes: 0.4 }, kiosk: {} },
      liveness: { threshold: 0.5 },
    };
    const { errors } = await admin.refused(admin.put(SETTINGS, update, 400), 'VALIDATION_FAILED');
    const paths = ['quality.checkIn.minSharpnes', 'quality.kiosk', 'liveness.threshold', 'treshold'];
    expect(errors).toHaveLength(paths.length);
    expect(errors).toEqual(expect.arrayContaining(paths.map((path) => ({ path, message: UNKNOWN }))));
    expect(await admin.get(SETTINGS)).toEqual(before);
    const { items } = await admin.get<Page<AuditEntry>>('/audit?action=recognition.settings');
    expect(items).toEqual([]);
  });

  it('are named, the first twenty of them', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`x${i}`, i]));
    const { errors } = await admin.refused(admin.put(SETTINGS, many, 400), 'VALIDATION_FAILED');
    expect(errors).toHaveLength(20);
  });

  it('are not those that were read: all of them may be sent back', async () => {
    const read = await admin.get<RecognitionSettings>(SETTINGS);
    const kept = await admin.put<RecognitionSettings>(SETTINGS, { ...read, duplicateWindowSeconds: 90 }, 200);
    expect(kept).toEqual({ ...read, duplicateWindowSeconds: 90 }); // The threshold goes on following.
    expect(kept.automatic).toBe(true);
    const sent = { ...read, threshold: 0.6, thresholdDefault: 0.1, people: 7 };
    const changed = await admin.put<RecognitionSettings>(SETTINGS, sent, 200);
    expect(changed).toMatchObject({
      threshold: 0.6,
      automatic: false,
      thresholdDefault: read.thresholdDefault,
      people: 0,
    });
    expect(changed.quality).toEqual(read.quality);
    const { items } = await admin.get<Page<AuditEntry>>('/audit?action=recognition.settings');
    expect(Object.keys(items[0]!.details ?? {})).not.toContain('people');
  });

  it('are ruled out by the published contract as well, however deep', async () => {
    const answer = await fetch(`${rollcall.url}/api/openapi.json`);
    const { components } = (await answer.json()) as { components: { schemas: Record<string, Described> } };
    const { RecognitionSettingsUpdate: update, QualityLimitsUpdate: limits } = components.schemas;
    const bodies = [update, limits, update?.properties?.['liveness'], update?.properties?.['index']];
    expect(bodies.map((body) => body?.additionalProperties)).toEqual(bodies.map(() => false));
  });
});
