import type { ImportRow, Page, Person } from '@rollcall/contracts';
import { anEnrolledPerson, unique } from './support/builders.js';
import type { Client } from './support/client.js';
import { imported, rowsOf } from './support/imports.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto, notAnImage } from './support/scripted-face-engine.js';

let who = 0;
const CONSENT = '2026-01,2026-01-15';
const HEADER = 'employeeNo,name,consentVersion,consentGivenAt';
const csvOf = (...numbers: string[]) =>
  [HEADER, ...numbers.map((no) => `${no},Person ${no},${CONSENT}`)].join('\n');

describe('what an import refuses', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
  });
  afterAll(() => rollcall.stop());

  const personOf = async (employeeNo: string) => {
    const { items } = await admin.get<Page<Person>>(`/people?search=${employeeNo}`);
    return items.find((person) => person.employeeNo === employeeNo)!;
  };

  it('refuses a consent that will be given, not one of a day that has begun in the east', async () => {
    const [far, ahead, east] = [unique(), unique(), unique()];
    const now = rollcall.clock.now();
    rollcall.clock.set('2026-03-02T12:00:00Z'); // In Auckland the third has begun.
    const csv = [
      HEADER,
      `${far},Far,1,2999-01-01`,
      `${ahead},Ahead,1,2026-03-02T12:05:01Z`,
      `${east},East,1,2026-03-03`,
    ].join('\n');
    const { rows } = await imported(admin, csv);
    expect(rows.map(({ code }) => code)).toEqual(['CONSENT_IN_FUTURE', 'CONSENT_IN_FUTURE', undefined]);
    expect(await personOf(far)).toBeUndefined();
    expect((await personOf(east)).consent?.givenAt).toBe('2026-03-02T12:00:00.000Z');
    rollcall.clock.set(now.toISOString());
  });

  it('refuses lines with a reason each, and takes the others', async () => {
    const [good, twice, nowhere] = [unique(), unique(), unique()];
    const csv = [
      'employeeNo,name,email,site,consentVersion,consentGivenAt',
      `${good},Good,,,,`,
      ',No number,,,,',
      `${unique()},,,,,`,
      `${unique()},Mail,not-an-address,,,`,
      `${unique()},When,,,1,yesterday`,
      `${unique()},Half,,,1,`,
      `${unique()},One, too many,,,,1`,
      `${unique()},${'x'.repeat(201)},,,,`,
      `${twice},First,,,,`,
      `${twice},Second,,,,`,
      `${nowhere},Nowhere,,Atlantis,1,2026-01-01`,
    ].join('\n');
    const photos = { [`${nowhere}.jpg`]: aPhoto({ who: 91 }), [`${twice}.jpg`]: aPhoto({ who: 92 }) };
    const { jobId, result, rows } = await imported(admin, csv, photos);
    expect(result).toMatchObject({ rows: 11, created: 2, refused: 9, photosRefused: 2 });
    expect(rows.map(({ line, code, detail }) => [line, code, detail])).toEqual([
      [2, undefined, undefined],
      [3, 'ROW_INVALID', 'employeeNo is empty.'],
      [4, 'ROW_INVALID', 'name is empty.'],
      [5, 'ROW_INVALID', 'email is no e-mail address.'],
      [6, 'ROW_INVALID', expect.stringMatching('consentGivenAt must be a date')],
      [7, 'ROW_INVALID', expect.stringMatching('belong together')],
      [8, 'ROW_INVALID', expect.stringMatching('7 columns, the header 6')],
      [9, 'ROW_INVALID', expect.stringMatching('name .*200')],
      [10, undefined, undefined],
      [11, 'EMPLOYEE_NO_REPEATED', 'Line 10 has the same employee number.'],
      [12, 'SITE_NOT_FOUND', expect.stringMatching('"Atlantis".*time zone')],
    ]);
    expect(await personOf(nowhere)).toBeUndefined();
    expect(rows[10]!.photos).toEqual([
      {
        name: `${nowhere}.jpg`,
        outcome: 'refused',
        code: 'SITE_NOT_FOUND',
        detail: 'Its line was not taken.',
      },
    ]);
    const refused = await rowsOf(admin, jobId, '?outcome=refused');
    expect(refused.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]); // 10: its photo.
    const pages = `/people/import/${jobId}/rows?limit=4&outcome=refused`;
    const first = await admin.get<Page<ImportRow>>(pages);
    const second = await admin.get<Page<ImportRow>>(`${pages}&cursor=${first.nextCursor}`);
    const third = await admin.get<Page<ImportRow>>(`${pages}&cursor=${second.nextCursor}`);
    expect([...first.items, ...second.items, ...third.items]).toEqual(refused);
    expect(third.nextCursor).toBeNull();
  });

  it('refuses photos as the API refuses one, each with its reason', async () => {
    const other = await anEnrolledPerson(admin, who, { name: 'Other Person' });
    const no = unique();
    const photos = {
      [`${no}_1.jpg`]: aPhoto(),
      [`${no}_2.jpg`]: aPhoto({ who: 93 }, { who: 94 }),
      [`${no}_3.jpg`]: aPhoto({ who: 93, quality: { sharpness: 0.1 } }),
      [`${no}_4.jpg`]: aPhoto({ who: who++ }),
      [`${no}_5.heic`]: notAnImage(),
      [`${no}_6.jpg`]: Buffer.alloc(20 * 2 ** 20 + 1, 7),
      [`${no}_7.jpg`]: Buffer.alloc(0),
    };
    const { result, rows } = await imported(admin, csvOf(no), photos);
    expect(result).toMatchObject({ created: 1, photos: 7, photosRefused: 7 });
    const byName = Object.fromEntries(
      rows[0]!.photos.map(({ name, code, detail }) => [name, [code, detail]]),
    );
    expect(byName).toEqual({
      [`${no}_1.jpg`]: ['NO_FACE', expect.any(String)],
      [`${no}_2.jpg`]: ['MULTIPLE_FACES', expect.any(String)],
      [`${no}_3.jpg`]: ['LOW_QUALITY', expect.stringMatching('it is blurred')],
      [`${no}_4.jpg`]: ['DUPLICATE_FACE', expect.stringMatching(`Other Person, ${other.employeeNo}`)],
      [`${no}_5.heic`]: ['UNSUPPORTED_IMAGE', expect.any(String)],
      [`${no}_6.jpg`]: ['IMAGE_TOO_LARGE', expect.any(String)],
      [`${no}_7.jpg`]: ['UNSUPPORTED_IMAGE', expect.any(String)],
    });
  });

  it('goes by the column photos where there is one, and misses what was not sent', async () => {
    const [x, y] = [unique(), unique()];
    const csv = `${HEADER},photos\n${x},X,${CONSENT},one.jpg; two.jpg\n${y},Y,${CONSENT},`;
    const { result, rows } = await imported(admin, csv, {
      'deep/ONE.jpg': aPhoto({ who: who++ }),
      [`${y}.jpg`]: aPhoto({ who: 95 }),
    });
    expect(result).toMatchObject({ photosTaken: 1, photosRefused: 1, unusedFiles: [`${y}.jpg`] });
    expect(rows[0]!.photos.map(({ name, code }) => [name, code]).sort()).toEqual([
      ['deep/ONE.jpg', undefined],
      ['two.jpg', 'PHOTO_MISSING'],
    ]);
  });

  it('that nobody made has no report', async () => {
    const nobody = '019a0000-0000-7000-8000-000000000000';
    await admin.refused(admin.get(`/people/import/${nobody}/rows`, 404), 'IMPORT_NOT_FOUND');
    await admin.refused(admin.get('/people/import/x/rows', 400), 'VALIDATION_FAILED');
    const { jobId } = await imported(admin, csvOf(unique()));
    for (const query of ['outcome=some', 'cursor=x', 'cursor=line-', 'limit=0', 'cursor=line-99999999999']) {
      await admin.refused(admin.get(`/people/import/${jobId}/rows?${query}`, 400), 'VALIDATION_FAILED');
    }
  });
});
