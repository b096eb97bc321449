import type { BadgeTemplate, CardWords } from '@rollcall/contracts';
import { decodeImage, type RgbImage } from '@rollcall/vision';
import sharp from 'sharp';
import { BadgeStage } from './support/badge-stage.js';
import { itWithPoppler as itReads, Pdf } from './support/pdf.js';
import { aPng } from './support/scripted-stylizer.js';

describe('badge cards by their template', () => {
  let stage: BadgeStage;
  beforeAll(async () => (stage = await BadgeStage.open()));
  afterAll(() => stage.close());
  const at = ({ width, data }: RgbImage, x: number, y: number) => [
    ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
  ];
  const pdf = async (path: string) =>
    new Pdf((await stage.admin.picture(path)).bytes, stage.rollcall.dataDir);

  describe('look as the template says', () => {
    const template = () => stage.admin.get<BadgeTemplate>('/badges/template');

    it('until somebody changes it, plain', async () => {
      expect(await template()).toMatchObject({
        companyName: '',
        background: '#ffffff',
        layout: 'landscape',
        hasLogo: false,
      });
    });

    itReads('with the colours and the name of the company', async () => {
      const { badgeId } = await stage.aBadge('In Colour');
      const look = {
        companyName: 'Übergrößen & Söhne 公司',
        accent: '#b00020',
        background: '#FFF4E0',
        backText: 'Lost?\nSend it home.',
      };
      expect(await stage.admin.put<BadgeTemplate>('/badges/template', look)).toMatchObject(look);
      const card = await stage.pixels(`/badges/${badgeId}/card.png`);
      expect(at(card, 1000, 20)).toEqual([0xb0, 0, 0x20]);
      expect(at(card, 1000, 400)).toEqual([0xff, 0xf4, 0xe0]);
      const document = await pdf(`/badges/${badgeId}/card.pdf`);
      expect(document.text(1)).toContain('Übergrößen & Söhne 公司');
      expect(document.text(2)).toContain('Send it home.');
      await stage.admin.put('/badges/template', {
        companyName: '',
        accent: '#0f5c63',
        background: '#ffffff',
        backText: '',
      });
    });

    it('with its logo, which may be taken away again', async () => {
      const form = new FormData();
      const logo = aPng(120, 60, (x) => (x < 4 ? [255, 255, 255] : [0, 0, 255]));
      form.append('logo', new Blob([new Uint8Array(logo)]), 'logo.png');
      expect((await stage.admin.answer('PUT', '/badges/template/logo', form)).status).toBe(200);
      expect((await template()).hasLogo).toBe(true);
      expect((await decodeImage((await stage.admin.picture('/badges/template/logo')).bytes)).width).toBe(120);
      const { badgeId } = await stage.aBadge('With Logo');
      const blue = (await stage.pixels(`/badges/${badgeId}/card.png`)).data;
      let count = 0;
      for (let i = 0; i < blue.length; i += 3) count += Number(blue[i]! < 30 && blue[i + 2]! > 220);
      expect(count).toBeGreaterThan(2_000);
      await stage.admin.delete('/badges/template/logo', 200);
      expect((await template()).hasLogo).toBe(false);
      await stage.admin.refused(stage.admin.get('/badges/template/logo', 404), 'LOGO_NOT_FOUND');
    });

    it('with its logo on white where it could not be seen on the band, or as somebody decides', async () => {
      const { badgeId } = await stage.aBadge('Logo On Band');
      const send = async (level: number) => {
        // White or black lettering on nothing.
        const dots = Buffer.alloc(96 * 48 * 4).map((_, i) =>
          i % 4 < 3 ? level : (i >> 2) % 96 < 48 ? 255 : 0,
        );
        const png = await sharp(dots, { raw: { width: 96, height: 48, channels: 4 } })
          .png()
          .toBuffer();
        const form = new FormData();
        form.append('logo', new Blob([new Uint8Array(png)]), 'logo.png');
        expect((await stage.admin.answer('PUT', '/badges/template/logo', form)).status).toBe(200);
      };
      const plate = async (logoPlate: string) => {
        await stage.admin.put('/badges/template', { logoPlate });
        return at(await stage.pixels(`/badges/${badgeId}/card.png`), 180, 68);
      };
      const [white, band] = [
        [255, 255, 255],
        [0x0f, 0x5c, 0x63],
      ];
      await send(255);
      expect([await plate('auto'), await plate('white'), await plate('none')]).toEqual([band, white, band]);
      await send(0);
      await stage.admin.put('/badges/template', { accent: '#101820' });
      expect([await plate('auto'), await plate('none')]).toEqual([white, [0x10, 0x18, 0x20]]);
      await stage.admin.put('/badges/template', { accent: '#0f5c63', logoPlate: 'auto' });
      await stage.admin.delete('/badges/template/logo', 200);
    });

    it('which is refused where nobody could read it', async () => {
      const wrong = { text: '#ffffff', background: '#ffff00' };
      await stage.admin.refused(stage.admin.put('/badges/template', wrong, 422), 'CARD_UNREADABLE');
      await stage.admin.refused(
        stage.admin.put('/badges/template', { background: '#14202b' }, 422),
        'CARD_UNREADABLE',
      );
      expect((await template()).background).toBe('#ffffff');
    });

    it('with what no font has named before it is printed', async () => {
      const { badgeId, person } = await stage.aBadge('Ada 𓀀');
      const other = await stage.aBadge('王 דוד');
      const query = `badge=${badgeId}&badge=${other.badgeId}`;
      expect(await stage.admin.put('/badges/template', { companyName: '🙂 Ltd' })).toMatchObject({
        unprintable: ['🙂'],
      });
      expect(await stage.admin.get(`/badges/cards?${query}`)).toEqual({
        items: [
          { badgeId, unprintable: ['𓀀', '🙂'], cut: [] },
          { badgeId: other.badgeId, unprintable: ['🙂'], cut: [] },
        ],
      });
      await stage.admin.put('/badges/template', { companyName: '' });
      expect(await stage.admin.get(`/badges/cards?badge=${other.badgeId}`)).toMatchObject({
        items: [{ unprintable: [] }],
      });
      expect(person.name).toContain('𓀀');
    });

    it('with what does not fit on them named before it is printed', async () => {
      const [name, employeeNo] = ['Wolfeschlegelsteinhausenbergerdorff '.repeat(5).trim(), 'W'.repeat(64)];
      const { badgeId } = await stage.aBadge(name, { employeeNo });
      const cut = async () =>
        (await stage.admin.get<CardWords>(`/badges/cards?badge=${badgeId}`)).items[0]!.cut;
      expect(await cut()).toEqual([name, employeeNo]);
      const [companyName, backText] = ['W'.repeat(60), 'Far too much.\n'.repeat(20).trim()];
      const look = { companyName, backText, layout: 'portrait' };
      expect(await stage.admin.put('/badges/template', look)).toMatchObject({ cut: [companyName, backText] });
      expect(await cut()).toEqual([name, employeeNo, companyName, backText]);
      const plain = { companyName: 'Weaving Mill', backText: 'Lost?\nSend it home.', layout: 'landscape' };
      expect(await stage.admin.put('/badges/template', plain)).toMatchObject({ cut: [] });
      await stage.admin.put('/badges/template', { companyName: '', backText: '' });
    });

    itReads('upright, where the card is worn that way', async () => {
      await stage.admin.put('/badges/template', { layout: 'portrait' });
      const { badgeId } = await stage.aBadge('Upright Person');
      const { width, height } = await stage.pixels(`/badges/${badgeId}/card.png`);
      expect([width, height]).toEqual([638, 1011]);
      expect((await pdf(`/badges/${badgeId}/card.pdf`)).pages()[0]).toEqual([53.98, 85.6]);
      expect((await pdf(`/badges/${badgeId}/card.pdf?paper=a4`)).pages()).toEqual([
        [210, 297],
        [210, 297],
      ]);
      await stage.admin.put('/badges/template', { layout: 'landscape' });
    });

    it.each([
      [{ accent: 'red' }],
      [{ accent: '#12345' }],
      [{ layout: 'round' }],
      [{ companyName: 'x'.repeat(61) }],
      [{ backText: 'a\0b' }],
      [{ showQr: 'yes' }],
    ])('%j is no template', async (look) => {
      await stage.admin.refused(stage.admin.put('/badges/template', look, 400), 'VALIDATION_FAILED');
    });

    it.each([
      [2, 2, 'LOGO_TOO_SMALL'],
      [63, 40, 'LOGO_TOO_SMALL'],
      [900, 100, 'LOGO_TOO_ELONGATED'],
      [10, 200, 'LOGO_TOO_ELONGATED'],
    ])('a logo of %i x %i pixels is refused', async (width, height, code) => {
      const form = new FormData();
      form.append('logo', new Blob([new Uint8Array(aPng(width, height, () => [9, 9, 9]))]), 'logo.png');
      const { text } = await stage.admin.answer('PUT', '/badges/template/logo', form);
      expect(JSON.parse(text)).toMatchObject({ status: 422, code });
    });

    const sent = async (width: number, height: number, pixel: (x: number) => number[]) => {
      const levels = Array.from({ length: width * height }, (_, i) => pixel(i % width)).flat();
      const raw = { width, height, channels: 4 } as const;
      const form = new FormData();
      const png = await sharp(Buffer.from(levels), { raw }).png().toBuffer();
      form.append('logo', new Blob([new Uint8Array(png)]), 'logo.png');
      const { text } = await stage.admin.answer('PUT', '/badges/template/logo', form);
      return JSON.parse(text) as BadgeTemplate;
    };

    it.each([
      ['transparent all over', (x: number) => [x, x, x, 0]],
      ['of one colour', () => [0x8a, 0x1f, 0x3d, 255]],
    ])('a logo that is %s is refused', async (_, pixel) => {
      expect(await sent(100, 100, pixel)).toMatchObject({ status: 422, code: 'LOGO_BLANK' });
    });

    it('a logo of flat colours is said to be of just these', async () => {
      const wine = [0x8a, 0x1f, 0x3d, 255];
      const { logoColours } = await sent(100, 60, (x) => (x < 70 ? wine : [0, 0, 0, 0]));
      expect(logoColours).toEqual(['#8a1f3d']);
      const both = await sent(100, 60, (x) => (x < 70 ? wine : [0x0f, 0x5c, 0x63, 255]));
      expect(both.logoColours).toEqual(['#8a1f3d', '#0f5c63']);
      await stage.admin.delete('/badges/template/logo', 200);
    });

    it('a file in another field, or two in one, are told what is expected', async () => {
      const file = () => new Blob([new Uint8Array(aPng(80, 80, () => [9, 9, 9]))]);
      for (const fields of [['photo'], ['logo', 'logo']]) {
        const form = new FormData();
        for (const field of fields) form.append(field, file(), 'logo.png');
        const { text } = await stage.admin.answer('PUT', '/badges/template/logo', form);
        expect(JSON.parse(text)).toMatchObject({
          status: 400,
          code: 'UNEXPECTED_FILE',
          detail: 'Send one picture in the field "logo", and no other files.',
        });
      }
    });

    it('a logo that is no picture is refused', async () => {
      const put = (form: FormData) => stage.admin.answer('PUT', '/badges/template/logo', form);
      const form = new FormData();
      form.append('logo', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']), 'logo.svg');
      expect(JSON.parse((await put(form)).text)).toMatchObject({ status: 422, code: 'UNSUPPORTED_IMAGE' });
      expect(JSON.parse((await put(new FormData())).text)).toMatchObject({ status: 400 });
    });
  });
});
