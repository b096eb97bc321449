import type { Style } from '@rollcall/contracts';
import type { Browser, Page } from 'playwright-core';
import { administrator, openBrowser, openPage, server } from './browser.js';
import { portrait } from './photos.js';

const number = String(Date.now());
const name = `Stella Browser ${number.slice(-5)}`;
/** Other portraits may be on their way before it. */
const PATIENCE_MS = 240_000;
const api = (path: string) => `${server()}/api/v1${path}`;

/** Portraits from the choice of the photo to the printed card: a preset, and where weights are a tiny one step by step. */
describe('the portrait studio', () => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let personId: string;
  let preset: Style;
  let slow: Style | undefined;

  beforeAll(async () => {
    browser = await openBrowser('/dev/null');
    ({ page, complaints } = await openPage(browser));
    await page.request.post(api('/auth/login'), { data: administrator() });
    personId = await enrol(page);
    const { items } = (await (await page.request.get(api('/styles'))).json()) as { items: Style[] };
    preset = items.find(({ key }) => key === 'udnie')!;
    slow = items.find(({ instant, usable }) => !instant && usable);
    if (!slow) console.warn('Nothing is painted step by step here: the server has no weights of vgg16.');
  });

  afterAll(async () => {
    await page.request.delete(api(`/people/${personId}`));
    await browser.close();
  });

  const choose = async ({ id }: Style) => {
    await page.goto(`${server()}/badges/new?person=${personId}`);
    await page.getByRole('button', { name: 'Photo 1' }).waitFor();
    await page.locator(`button:has(img[src*="${id}"])`).click();
    await page.getByRole('slider', { name: 'Size' }).press('Home');
  };
  const paint = async () => {
    await page.getByRole('button', { name: 'Paint the portrait' }).click();
    await page.getByRole('heading', { name: `Portrait of ${name}` }).waitFor();
    const handle = page.getByRole('slider', { name: 'Compare photo and portrait' });
    await handle.waitFor({ timeout: PATIENCE_MS });
    return handle;
  };

  it('says what can be painted with, and what to install for the rest', async () => {
    await page.goto(`${server()}/badges/new?person=${personId}`);
    await page.getByRole('button', { name: 'Udnie, Instant' }).waitFor();
    await page.getByRole('button', { name: 'Mosaic', exact: true }).waitFor();
    if (!slow) await page.getByText('npm run rollcall -- models pull vgg16').waitFor();
  });

  it(
    'paints a preset at once, says whether it is still the person, and compares it with the photo',
    async () => {
      await choose(preset);
      expect(await page.getByRole('slider', { name: 'Effort' }).count()).toBe(0);
      await page.getByText('Painted in a second or two, then looked at as a kiosk would.').waitFor();
      // A hint of the painting leaves nobody unknown.
      await page.getByRole('slider', { name: 'Strength' }).press('Home');
      const handle = await paint();
      await page.getByText(/^(Clearly this person|Recognisable)$/).waitFor();
      await handle.focus();
      await page.keyboard.press('End');
      expect(await handle.getAttribute('aria-valuetext')).toBe('100% of the photo shown');
    },
    2 * PATIENCE_MS,
  );

  it('shows the card with it and prints it', async () => {
    await page.getByRole('button', { name: 'Show the card' }).click();
    await page.waitForFunction((alt) => {
      const image = document.querySelector<HTMLImageElement>(`img[alt="${alt}"]`);
      return image && image.complete && image.naturalWidth > 900;
    }, `Front of the card of ${name}`);
    await page.getByRole('button', { name: 'Print' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Ten on an A4 sheet' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`badge-${number}-a4.pdf`);
  });

  it(
    'paints step by step and draws how the loss falls',
    async () => {
      if (!slow) return;
      await choose(slow);
      await page.getByRole('button', { name: 'Advanced' }).click();
      await page.getByLabel('Steps').fill('4');
      await paint();
      await page.getByRole('img', { name: /^The loss fell to/ }).waitFor();
    },
    2 * PATIENCE_MS,
  );

  it('has nothing to complain of', () => expect(complaints).toEqual([]));
});

async function enrol(page: Page): Promise<string> {
  const made = await page.request.post(api('/people'), { data: { name, employeeNo: number } });
  const { id } = (await made.json()) as { id: string };
  const consent = { documentVersion: '1', givenAt: new Date().toISOString() };
  await page.request.put(api(`/people/${id}/consent`), { data: consent });
  const photo = { name: 'portrait.jpg', mimeType: 'image/jpeg', buffer: await portrait() };
  const enrolled = await page.request.post(api(`/people/${id}/faces`), { multipart: { photo } });
  expect(enrolled.status()).toBe(201);
  return id;
}
