import { type BadgeTemplate } from '@rollcall/contracts';
import { decodeImage, type RgbImage } from '@rollcall/vision';
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
      const logo = aPng(120, 60, () => [0, 0, 255]);
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

    it('a logo that is no picture is refused', async () => {
      const put = (form: FormData) => stage.admin.answer('PUT', '/badges/template/logo', form);
      const form = new FormData();
      form.append('logo', new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']), 'logo.svg');
      expect(JSON.parse((await put(form)).text)).toMatchObject({ status: 422, code: 'UNSUPPORTED_IMAGE' });
      expect(JSON.parse((await put(new FormData())).text)).toMatchObject({ status: 400 });
    });
  });
});
