import { chromium, type Browser, type Page } from 'playwright-core';

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: these tests need a running server and its administrator.`);
  return value;
};

export const server = () => need('ROLLCALL_URL').replace(/\/$/, '');
export const administrator = () => ({
  email: need('ROLLCALL_ADMIN_EMAIL'),
  password: need('ROLLCALL_ADMIN_PASSWORD'),
});

export const openBrowser = (film: string): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });

/** A browser of its own, in English; `complaints` collects what its console must not say. */
export async function openPage(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  await context.addInitScript(() => localStorage.setItem('rollcall-language', 'en'));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const refusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !refusal) complaints.push(message.text());
  });
  return { page, complaints };
}
