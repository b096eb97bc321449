import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { administrator, openBrowser, openPage, server } from './browser.js';
import { group, portrait, writeCameraFilm } from './photos.js';

const number = String(Date.now());
const name = `Vera Browser ${number.slice(-5)}`;
const jpeg = (title: string, buffer: Buffer) => ({ name: title, mimeType: 'image/jpeg', buffer });

/** One story, told in order: each step stands on the one before. */
describe('from the first sign-in to a check-in', () => {
  let folder: string;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let deviceKey: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollcall-e2e-'));
    await writeCameraFilm(join(folder, 'camera.mjpeg'));
    browser = await openBrowser(join(folder, 'camera.mjpeg'));
    ({ page, complaints } = await openPage(browser));
  });

  afterAll(async () => {
    await forget(page);
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('refuses a wrong password in words and lets the administrator in', async () => {
    const { email, password } = administrator();
    await page.goto(`${server()}/people`);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The email address or the password is not right.').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'People' }).waitFor();
  });

  it('adds a person and records consent', async () => {
    await page.getByRole('button', { name: 'Add person' }).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Name').fill(name);
    await drawer.getByLabel('Employee number').fill(number);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name }).waitFor();
    await page.getByRole('button', { name: 'Record consent' }).click();
    await page.getByRole('button', { name: 'Consent was given' }).click();
    await page.getByText('Consent given').waitFor();
  });

  it('enrols a portrait and says why a group photo will not do', async () => {
    const input = page.locator('input[type=file]').first();
    await input.setInputFiles(jpeg('group.jpg', await group()));
    await page.getByText(/There is more than one face in this picture/).waitFor();
    await input.setInputFiles(jpeg('portrait.jpg', await portrait()));
    await page.getByRole('region', { name: 'Faces' }).getByText('Enrolled', { exact: true }).waitFor();
    const photo = page.getByAltText(`Photo 1 of ${name}`);
    await photo.scrollIntoViewIfNeeded();
    await page.waitForFunction((alt) => {
      const image = document.querySelector<HTMLImageElement>(`img[alt="${alt}"]`);
      return image && image.complete && image.naturalWidth > 100;
    }, `Photo 1 of ${name}`);
  });

  it('creates a kiosk and shows its key once', async () => {
    await page.goto(`${server()}/devices`);
    await page.getByRole('button', { name: 'Add device' }).first().click();
    await page.getByRole('dialog').getByLabel('Name').fill(`Kiosk ${number}`);
    await page.keyboard.press('Enter');
    deviceKey = (await page.locator('[data-secret]').innerText()).trim();
    expect(deviceKey.length).toBeGreaterThan(20);
    await page.getByLabel('I have stored it').check();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('article', { name: `Kiosk ${number}` }).waitFor();
  });

  it('recognises the person at the kiosk, and the live feed shows it at once', async () => {
    await page.goto(server());
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    const kiosk = await openPage(browser);
    await kiosk.page.goto(`${server()}/kiosk`);
    await kiosk.page.getByLabel('Device key').fill(deviceKey);
    await kiosk.page.keyboard.press('Enter');
    // Nobody touches the kiosk: the film shows somebody coming and holding still.
    await kiosk.page.getByText(`Welcome, ${name}`).waitFor({ timeout: 40_000 });
    await page.getByRole('link', { name }).first().waitFor({ timeout: 5_000 });
    await page.getByText(`Kiosk ${number}`).first().waitFor();
    expect(kiosk.complaints).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** Leaves the server as it was found. */
async function forget(page: Page) {
  const remove = async (list: string, isOurs: (item: { name: string }) => boolean) => {
    const answer = await page.request.get(`${server()}/api/v1/${list}?limit=500`);
    const { items } = (await answer.json()) as { items: { id: string; name: string }[] };
    for (const { id } of items.filter(isOurs)) await page.request.delete(`${server()}/api/v1/${list}/${id}`);
  };
  await remove('people', (person) => person.name === name);
  await remove('devices', (device) => device.name === `Kiosk ${number}`);
}
