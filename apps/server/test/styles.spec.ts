import type { AuditEntry, Page, Style } from '@rollcall/contracts';
import { BadgeStage } from './support/badge-stage.js';
import { aConsentingPerson, NOBODY } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPng } from './support/scripted-stylizer.js';

const aPicture = (side = 200) => aPng(side, side, (x, y) => [(x * 7) % 256, (y * 5) % 256, (x + y) % 256]);

describe('styles', () => {
  let stage: BadgeStage;
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    stage = await BadgeStage.open();
    ({ rollcall, admin } = stage);
  });
  afterAll(() => stage.close());

  const list = async () => (await admin.get<Page<Style>>('/styles')).items;
  const upload = (name = 'My painting', picture = aPicture()) =>
    admin.upload<Style>('/styles', [['image', picture]], 201, { name });

  it('that come with Rollcall are at least six, each with a picture of its own', async () => {
    const builtIn = (await list()).filter(({ kind }) => kind === 'built-in');
    expect(builtIn.length).toBeGreaterThanOrEqual(6);
    const pictures = new Set<string>();
    for (const { id, key, width } of builtIn) {
      expect([key, width]).toEqual([key, 512]);
      const { bytes, type } = await admin.picture(`/styles/${id}/picture`);
      expect(type).toBe('image/jpeg');
      pictures.add(bytes.toString('base64'));
    }
    expect(pictures.size).toBe(builtIn.length);
  });

  it('have the same ids on every server', async () => {
    const other = await Rollcall.start();
    const theirs = await (await other.admin()).get<Page<Style>>('/styles');
    expect(theirs.items).toEqual((await list()).filter(({ kind }) => kind === 'built-in'));
    await other.stop();
  });

  it('are listed page by page, also where one of them goes in between', async () => {
    const mine = [await upload('First'), await upload('Second'), await upload('Third')].reverse();
    const all = await list();
    expect(all.slice(-3)).toEqual(mine);
    const seen: Style[] = [];
    let cursor = '';
    do {
      const page = await admin.get<Page<Style>>(`/styles?limit=${all.length - 1}${cursor}`);
      seen.push(...page.items);
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    expect(seen).toEqual(all);
    const page = await admin.get<Page<Style>>(`/styles?limit=${all.length - 2}`);
    await admin.delete(`/styles/${mine[0]!.id}`, 204);
    const rest = await admin.get<Page<Style>>(`/styles?cursor=${page.nextCursor}`);
    expect(rest).toEqual({ items: mine.slice(1), nextCursor: null });
    for (const { id } of rest.items) await admin.delete(`/styles/${id}`, 204);
    for (const bad of ['limit=0', 'limit=501', 'limit=x', 'cursor=me'])
      await admin.refused(admin.get(`/styles?${bad}`, 400), 'VALIDATION_FAILED');
  });

  it('are refused where another has their name, or show nothing', async () => {
    const { id } = await upload('Twice');
    const builtIn = (await list()).find(({ kind }) => kind === 'built-in')!;
    for (const name of ['Twice', ' tWICE', builtIn.name.toUpperCase()]) {
      const again = admin.upload('/styles', [['image', aPicture(210)]], 409, { name });
      await admin.refused(again, 'STYLE_NAME_TAKEN');
    }
    await admin.delete(`/styles/${id}`, 204);
    const white = aPng(200, 200, () => [255, 255, 255]);
    await admin.refused(admin.upload('/styles', [['image', white]], 422, { name: 'White' }), 'STYLE_BLANK');
  });

  it('have names on one line, of letters that can be seen', async () => {
    const { id, name } = await upload(' On two\r\n lines\t ');
    expect(name).toBe('On two lines');
    await admin.delete(`/styles/${id}`, 204);
    const odd = admin.upload('/styles', [['image', aPicture()]], 400, { name: 'Bell \u0007' });
    expect((await admin.refused(odd, 'VALIDATION_FAILED')).detail).toContain('must not contain control');
  });

  it('say whether they can be used, and which need no waiting', async () => {
    stage.stylizer.recipes = [];
    stage.stylizer.presets.push({ key: 'waves', name: 'Waves', file: __filename, width: 256, height: 256 });
    const styles = await list();
    expect(styles[0]).toMatchObject({
      kind: 'preset',
      key: 'waves',
      name: 'Waves',
      instant: true,
      usable: true,
      recipes: [],
    });
    expect(styles[1]).toMatchObject({ kind: 'built-in', instant: false, usable: false });
    stage.reset();
    expect((await list())[0]).toMatchObject({ kind: 'built-in', usable: true });
  });

  describe('of your own', () => {
    it('are listed, shown, and deleted with their picture', async () => {
      const before = rollcall.sealedFiles().length;
      const made = await upload(' Sunflowers ');
      expect(made).toMatchObject({
        name: 'Sunflowers',
        kind: 'uploaded',
        key: null,
        width: 200,
        height: 200,
      });
      expect((await list()).at(-1)).toEqual(made);
      expect(rollcall.sealedFiles()).toHaveLength(before + 1);
      expect((await admin.picture(`/styles/${made.id}/picture`)).type).toBe('image/jpeg');
      await admin.delete(`/styles/${made.id}`, 204);
      expect((await list()).map(({ id }) => id)).not.toContain(made.id);
      expect(rollcall.sealedFiles()).toHaveLength(before);
      await admin.refused(admin.get(`/styles/${made.id}/picture`, 404), 'STYLE_NOT_FOUND');
      await admin.refused(admin.delete(`/styles/${made.id}`, 404), 'STYLE_NOT_FOUND');
    });

    it('are kept no larger than a portrait', async () => {
      const made = await upload(
        'Large',
        aPng(2048, 1024, (x) => [x % 256, 0, 0]),
      );
      expect([made.width, made.height]).toEqual([1024, 512]);
    });

    it('stay when the photos past their date are swept', async () => {
      const { id } = await upload('Stays');
      rollcall.clock.advance(3 * 86_400);
      await (await rollcall.admin()).delete(`/styles/${(await upload('Goes')).id}`, 204);
      admin = await rollcall.admin();
      expect((await admin.picture(`/styles/${id}/picture`)).bytes.length).toBeGreaterThan(100);
    });

    it('are noted in the audit log, by id', async () => {
      const { id } = await upload('Noted');
      await admin.delete(`/styles/${id}`, 204);
      for (const action of ['style.create', 'style.delete']) {
        const { items } = await admin.get<Page<AuditEntry>>(`/audit?action=${action}`);
        expect(items[0]).toMatchObject({ subject: `style:${id}`, details: {} });
      }
    });

    it('are refused where they are no picture, too small, or have no name', async () => {
      const refused = (files: [string, Buffer][], fields: object, status: number, code: string) =>
        admin.refused(admin.upload('/styles', files, status, fields), code);
      const name = 'Odd';
      await refused([['image', Buffer.from('%PDF-1.7')]], { name }, 422, 'UNSUPPORTED_IMAGE');
      await refused([['image', aPicture().subarray(0, 300)]], { name }, 422, 'UNSUPPORTED_IMAGE');
      await refused([['image', aPicture(100)]], { name }, 422, 'IMAGE_TOO_SMALL');
      const strip = aPng(600, 200, (x) => [x % 256, 0, 0]);
      await refused([['image', strip]], { name }, 422, 'STYLE_TOO_ELONGATED');
      await refused([['image', Buffer.alloc(21 * 1024 * 1024)]], { name }, 413, 'IMAGE_TOO_LARGE');
      await refused([], { name }, 400, 'IMAGE_MISSING');
      await refused([['picture', aPicture()]], { name }, 400, 'UNEXPECTED_FILE');
      for (const fields of [{}, { name: ' ' }, { name: 'x'.repeat(81) }, { name: 'a\0b' }]) {
        await refused([['image', aPicture()]], fields, 400, 'VALIDATION_FAILED');
      }
    });

    it('are at most two hundred', async () => {
      const { id } = await upload('One of many');
      await rollcall.sql(
        `INSERT INTO styles SELECT gen_random_uuid(), 'many', picture_id, 1, 1, now() FROM styles, generate_series(1, 200)
         WHERE id = $1`,
        [id],
      );
      const refused = admin.upload('/styles', [['image', aPicture()]], 409, { name: 'One too many' });
      await admin.refused(refused, 'TOO_MANY_STYLES');
      await rollcall.sql(`DELETE FROM styles WHERE name = 'many'`);
    });
  });

  it('that come with Rollcall stay', async () => {
    await admin.refused(admin.delete(`/styles/${(await list())[0]!.id}`, 409), 'STYLE_BUILT_IN');
    await admin.refused(admin.delete(`/styles/${NOBODY}`, 404), 'STYLE_NOT_FOUND');
    await admin.refused(admin.delete('/styles/1', 400), 'VALIDATION_FAILED');
  });

  it('that a portrait waits for stay until it is painted', async () => {
    const { id: styleId } = await upload('In use');
    const { id } = await aConsentingPerson(admin);
    const [{ id: face }] = (await rollcall.sql<{ id: string }>('SELECT gen_random_uuid() AS id')) as [
      { id: string },
    ];
    const job = await rollcall.sql<{ id: string }>(
      `INSERT INTO jobs (id, kind, payload, state, max_attempts, run_after, created_by, created_at)
       VALUES ($1, 'badges.render', '{}', 'waiting', 1, now() + interval '1 day', 'test', now()) RETURNING id`,
      [face],
    );
    await rollcall.sql(
      `INSERT INTO badges (id, person_id, style_id, style_name, blend, settings, job_id, created_at)
       VALUES (gen_random_uuid(), $1, $2, 'In use', '[]', '{}', $3, now())`,
      [id, styleId, job[0]!.id],
    );
    await admin.refused(admin.delete(`/styles/${styleId}`, 409), 'STYLE_IN_USE');
    await rollcall.sql(`UPDATE jobs SET state = 'cancelled'`);
    await admin.delete(`/styles/${styleId}`, 204);
  });
});
