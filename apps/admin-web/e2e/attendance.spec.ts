import type { APIRequestContext, Browser, Page } from 'playwright-core';
import { administrator, openBrowser, openPage, server } from './browser.js';

const number = String(Date.now());
const name = `Nils Roster ${number.slice(-5)}`;
const shift = `Shift ${number.slice(-5)}`;
const pin = '482915';
const other = { email: `hr-${number}@example.org`, name: 'Helga', role: 'hr', password: `helga ${number}` };
/** A Monday of a month that is over. */
const MONDAY = '2026-03-02';
const API = `${server()}/api/v1`;

/** One story, told in order: each step stands on the one before. */
describe('from a shift to a month that is locked', () => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let personId: string;
  const made: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser('/dev/null');
    ({ page, complaints } = await openPage(browser));
    await page.request.post(`${API}/auth/login`, { data: administrator() });
  });

  afterAll(async () => {
    const unlock = `${API}/attendance/periods/${MONDAY.slice(0, 7)}/unlock`;
    await page.request.post(unlock, { data: { reason: 'End of a test' } });
    for (const path of made.reverse()) await page.request.delete(`${API}/${path}`);
    await browser.close();
  });

  const make = async <T extends { id: string }>(path: string, data: object): Promise<T> => {
    const item = await sent<T>(page.request, path, data);
    made.push(`${path}/${item.id}`);
    return item;
  };

  it('makes a shift with the editor, which says what a day would be', async () => {
    await page.goto(`${server()}/attendance/shifts/new`);
    await page.getByLabel('Name').fill(shift);
    await page.getByLabel('Punch 1', { exact: true }).fill('09:20');
    await page.getByText(/Late by 20m/).waitFor();
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('link', { name: shift }).waitFor();
  });

  it('assigns it by choosing days', async () => {
    ({ id: personId } = await make<{ id: string }>('people', { name, employeeNo: number }));
    await page.goto(`${server()}/attendance/roster?view=week&at=${MONDAY}`);
    await page.getByRole('searchbox').fill(number);
    const monday = page.getByRole('gridcell', { name: new RegExp(`^${name}, Monday`) });
    await monday.click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByRole('combobox', { name: 'Shift for the chosen days' }).click();
    await page.getByRole('option', { name: shift }).click();
    await page.getByRole('gridcell', { name: new RegExp(`^${name}, Tuesday.*: ${shift}`) }).waitFor();
  });

  it('shows the day of somebody whom a kiosk saw come late, and not leave', async () => {
    await page.request.put(`${API}/people/${personId}/pin`, { data: { pin } });
    const device = await make<{ id: string; deviceKey: string }>('devices', { name: `Kiosk ${number}` });
    await sent(
      page.request,
      'check-ins/pin',
      { employeeNo: number, pin, capturedAt: `${MONDAY}T09:20:00${await offset(page)}` },
      { 'x-device-key': device.deviceKey },
    );
    await page.goto(`${server()}/attendance?view=week&at=${MONDAY}`);
    await page.getByRole('searchbox').fill(number);
    await page.getByRole('button', { name: new RegExp(`^${name}, Monday.*An OUT is missing`) }).click();
    await page.getByText(/Late by 20m/).waitFor();
  });

  it('has it corrected, by another person than who asked', async () => {
    await page.getByRole('button', { name: 'Correct this day' }).click();
    const dialog = page.getByRole('dialog', { name: 'Correct this day' });
    await dialog.getByLabel('Left at').fill('18:00');
    await dialog.getByLabel('Reason').fill('The kiosk was dark');
    await dialog.getByRole('button', { name: 'Ask' }).click();
    await page.goto(`${server()}/attendance/requests`);
    const own = page.getByRole('article', { name: `Correction: ${name}` });
    await own.getByText(/another person decides/).waitFor();

    await make('users', other);
    const hr = await openPage(browser);
    await hr.page.request.post(`${API}/auth/login`, { data: other });
    await hr.page.goto(`${server()}/attendance/requests`);
    const asked = hr.page.getByRole('article', { name: `Correction: ${name}` });
    await asked.getByRole('button', { name: 'Approve' }).click();
    await hr.page.getByText('Approved. The days follow.').waitFor();
    expect(hr.complaints).toEqual([]);

    await page.goto(`${server()}/people/${personId}/attendance/${MONDAY}`);
    await page.getByText('That makes 7h 40m of work, of 8h due.').waitFor();
    await page.getByText(/by number and PIN/).waitFor();
  });

  it('hands out a report that was made in the background, and a link to the shifts', async () => {
    await page.goto(`${server()}/reports`);
    await page.getByRole('button', { name: 'Make in the background' }).click();
    await page.getByRole('menuitem', { name: 'As CSV' }).click();
    const file = page
      .getByRole('article', { name: /^Timesheet/ })
      .filter({ hasText: /CSV · .*ordered just now/ })
      .first();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      file.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^timesheet_.*\.csv$/);

    await page.goto(`${server()}/people/${personId}`);
    await page.getByRole('button', { name: 'Make a link' }).click();
    const link = await page.locator('[data-secret]').innerText();
    expect(await (await page.request.get(link)).text()).toContain('BEGIN:VCALENDAR');
  });

  it('locks the month', async () => {
    await page.goto(`${server()}/attendance/months`);
    const month = page.getByRole('article', { name: 'March 2026' });
    await month.getByRole('button', { name: 'Lock' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lock' }).click();
    await month.getByText('Locked', { exact: true }).waitFor();
    await page.goto(`${server()}/people/${personId}/attendance/${MONDAY}`);
    await page.getByText(/does not change any more/).waitFor();
    expect(complaints).toEqual([]);
  });
});

async function sent<T>(
  request: APIRequestContext,
  path: string,
  data: object,
  headers: Record<string, string> = {},
): Promise<T> {
  const answer = await request.post(`${API}/${path}`, { data, headers });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Of the first site on that day, so that 09:20 is meant on its clock. */
async function offset(page: Page): Promise<string> {
  const answer = await page.request.get(`${API}/sites?limit=500`);
  const { items } = (await answer.json()) as { items: { timeZone: string }[] };
  const format = new Intl.DateTimeFormat('en', {
    timeZone: items.at(-1)?.timeZone ?? 'UTC',
    timeZoneName: 'longOffset',
  });
  const zone = format
    .formatToParts(new Date(`${MONDAY}T12:00:00Z`))
    .find(({ type }) => type === 'timeZoneName');
  return zone?.value.replace('GMT', '') || 'Z';
}
