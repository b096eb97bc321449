import { employeeNoOfQr, type AuditEntry, type Page } from '@rollcall/contracts';
import { decodeImage } from '@rollcall/vision';
import jsQR from 'jsqr';
import { BadgeStage } from './support/badge-stage.js';
import { NOBODY } from './support/builders.js';
import { itWithPoppler as itReads, Pdf } from './support/pdf.js';

describe('badge cards', () => {
  let stage: BadgeStage;
  beforeAll(async () => (stage = await BadgeStage.open()));
  afterAll(() => stage.close());
  const pdf = async (path: string) =>
    new Pdf((await stage.admin.picture(path)).bytes, stage.rollcall.dataDir);

  it('are 1011 x 638 pixels at 300 dpi', async () => {
    const { badgeId } = await stage.aBadge('Ada Example');
    const { bytes, type, cached } = await stage.admin.picture(`/badges/${badgeId}/card.png`);
    expect([type, cached]).toEqual(['image/png', 'private, no-store']);
    const { width, height } = await decodeImage(bytes);
    expect([width, height]).toEqual([1011, 638]);
    const density = bytes.readUInt32BE(bytes.indexOf('pHYs') + 4);
    expect(density * 0.0254).toBeCloseTo(300, 0);
    const back = await stage.pixels(`/badges/${badgeId}/card.png?side=back`);
    expect([back.width, back.height]).toEqual([1011, 638]);
  });

  it('carry a QR code that names the person to a kiosk, and nothing else', async () => {
    const { badgeId, person } = await stage.aBadge('Scanned', { employeeNo: 'Ä 7/11' });
    const { width, height, data } = await stage.pixels(`/badges/${badgeId}/card.png?side=back`);
    const rgba = new Uint8ClampedArray(width * height * 4).map((_, i) =>
      i % 4 === 3 ? 255 : data[Math.floor(i / 4) * 3 + (i % 4)]!,
    );
    const found = jsQR.default(rgba, width, height);
    expect(employeeNoOfQr(found!.data)).toBe(person.employeeNo);
    expect(found!.data).not.toContain(person.id);
    await stage.admin.put('/badges/template', { showQr: false });
    const without = await stage.pixels(`/badges/${badgeId}/card.png?side=back`);
    const plain = new Uint8ClampedArray(width * height * 4).map((_, i) =>
      i % 4 === 3 ? 255 : without.data[Math.floor(i / 4) * 3 + (i % 4)]!,
    );
    expect(jsQR.default(plain, width, height)).toBeNull();
    await stage.admin.put('/badges/template', { showQr: true });
  });

  itReads(
    'as a PDF have two pages of the size of the card, with name, number and department as text',
    async () => {
      const department = await stage.admin.post<{ id: string }>(
        '/departments',
        { name: 'Forschung & Entwicklung' },
        201,
      );
      const { badgeId, person } = await stage.aBadge('Zoë Łukasiewicz', { departmentId: department.id });
      const document = await pdf(`/badges/${badgeId}/card.pdf`);
      expect(document.pages()).toEqual([
        [85.6, 53.98],
        [85.6, 53.98],
      ]);
      expect(document.text(1)).toContain('Zoë Łukasiewicz');
      expect(document.text(1)).toContain('Forschung & Entwicklung');
      expect(document.text(1)).toContain(person.employeeNo);
      expect(document.text(2)).toContain(person.employeeNo);
      expect(document.fonts().every(({ embedded, subset }) => embedded && subset)).toBe(true);
    },
  );

  itReads.each([
    '王小明',
    '欧阳娜娜 Ouyang',
    'Đặng Thị Ánh Nguyệt',
    'Ελένη Παπαδοπούλου',
    'Дмитрий Щербаков',
    'Ó Súilleabháin',
    'Peña Banana',
    '김철수',
  ])('set %s in a real font', async (name) => {
    const { badgeId } = await stage.aBadge(name);
    expect((await pdf(`/badges/${badgeId}/card.pdf`)).text(1).replace(/\s/g, '')).toContain(
      name.replace(/\s/g, ''),
    );
  });

  itReads('take names that no font holds and names that are too long', async () => {
    const odd = await stage.aBadge('𓀀𓀁 Hieroglyph');
    expect((await pdf(`/badges/${odd.badgeId}/card.pdf`)).text(1)).toContain('Hieroglyph');
    const long = await stage.aBadge(
      `${'Wolfeschlegelsteinhausenbergerdorff '.repeat(9)}Senior`.slice(0, 200),
    );
    const text = (await pdf(`/badges/${long.badgeId}/card.pdf`)).text(1);
    expect(text).toContain('…');
    const { width, height } = await stage.pixels(`/badges/${long.badgeId}/card.png`);
    expect([width, height]).toEqual([1011, 638]);
  });

  itReads('for a print shop have 3 mm more on each side, and say where to cut', async () => {
    const { badgeId } = await stage.aBadge('Cut Here');
    const document = await pdf(`/badges/${badgeId}/card.pdf?paper=bleed`);
    expect(document.box('TrimBox')).toEqual([85.6, 53.98]);
    expect(document.box('BleedBox')).toEqual([91.6, 59.98]);
  });

  itReads.each([
    ['a4', [210, 297]],
    ['letter', [215.9, 279.4]],
  ] as const)('come ten to a sheet of %s, and their backs on the next', async (paper, size) => {
    const { badgeId, person } = await stage.aBadge('Ten Times');
    const document = await pdf(`/badges/${badgeId}/card.pdf?paper=${paper}`);
    expect(document.pages()).toEqual([size, size]);
    expect(document.text(1).match(/Ten Times/g)).toHaveLength(10);
    expect(document.text(2).split(person.employeeNo)).toHaveLength(11);
  });

  it('hold a portrait once, on however many of them it is', async () => {
    const { badgeId } = await stage.aBadge('Ten Times Over');
    const { bytes } = await stage.admin.picture(`/badges/${badgeId}/card.pdf?paper=a4`);
    expect(bytes.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(1);
  });

  itReads('of several people come on sheets together, backs behind their fronts', async () => {
    const badges = [];
    for (let i = 0; i < 12; i++) badges.push(await stage.aBadge(`Person ${String.fromCharCode(65 + i)}`));
    const query = badges.map(({ badgeId }) => `badge=${badgeId}`).join('&');
    const document = await pdf(`/badges/sheet.pdf?${query}&paper=a4`);
    expect(document.pages()).toHaveLength(4);
    expect(document.text(1)).toContain('Person J');
    expect(document.text(1)).not.toContain('Person K');
    expect(document.text(3)).toContain('Person L');
    const [first, second] = badges;
    const one = document.place(1, 'Person A');
    const behind = document.place(2, first!.person.employeeNo);
    expect(one.x).toBeLessThan(105);
    expect(behind.x).toBeGreaterThan(105);
    expect(document.place(2, second!.person.employeeNo).x).toBeLessThan(105);
    const { items } = await stage.admin.get<Page<AuditEntry>>('/audit?action=badge.print');
    expect(items[0]!.details).toEqual({ badges: badges.map(({ badgeId }) => badgeId) });
  });

  it('of badges that are not there, or not painted, are refused', async () => {
    await stage.admin.refused(stage.admin.get(`/badges/${NOBODY}/card.png`, 404), 'BADGE_NOT_FOUND');
    await stage.admin.refused(stage.admin.get(`/badges/${NOBODY}/card.pdf`, 404), 'BADGE_NOT_FOUND');
    await stage.admin.refused(stage.admin.get(`/badges/sheet.pdf?badge=${NOBODY}`, 404), 'BADGE_NOT_FOUND');
    const unnamed = await stage.admin.refused(stage.admin.get('/badges/sheet.pdf', 400), 'VALIDATION_FAILED');
    expect(unnamed.detail).toContain('badge: must be ids of 1 to 100 badges');
    await stage.admin.refused(stage.admin.get('/badges/sheet.pdf?badge=x', 400), 'VALIDATION_FAILED');
    const many = Array.from({ length: 101 }, () => `badge=${NOBODY}`).join('&');
    await stage.admin.refused(stage.admin.get(`/badges/sheet.pdf?${many}`, 400), 'VALIDATION_FAILED');
    const { badgeId } = await stage.aBadge('Not Painted');
    await stage.admin.refused(
      stage.admin.get(`/badges/${badgeId}/card.png?side=inside`, 400),
      'VALIDATION_FAILED',
    );
    await stage.admin.refused(
      stage.admin.get(`/badges/${badgeId}/card.pdf?paper=a3`, 400),
      'VALIDATION_FAILED',
    );
    await stage.rollcall.sql('UPDATE badges SET portrait_id = NULL WHERE id = $1', [badgeId]);
    await stage.admin.refused(stage.admin.get(`/badges/${badgeId}/card.png`, 409), 'PORTRAIT_NOT_PAINTED');
  });
});
