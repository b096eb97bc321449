import type { Department, Face, ImportRow, Job, JobAccepted, Page, Person } from '@rollcall/contracts';
import { aConsentingPerson, aPerson, aSite, unique } from './support/builders.js';
import type { Client } from './support/client.js';
import { finished, imported, rowsOf, startImport } from './support/imports.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

let who = 0;
const CONSENT = '2026-01,2026-01-15';
const HEADER = 'employeeNo,name,consentVersion,consentGivenAt';
const csvOf = (...numbers: string[]) =>
  [HEADER, ...numbers.map((no) => `${no},Person ${no},${CONSENT}`)].join('\n');

describe('importing people', () => {
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
  const facesOf = async (employeeNo: string) =>
    (await admin.get<Page<Face>>(`/people/${(await personOf(employeeNo)).id}/faces`)).items;
  const [a, b] = [unique(), unique()];

  it('makes the people of a list with their photos, departments, sites and consent', async () => {
    const site = await aSite(admin);
    const csv = [
      '\ufeffemployeeNo;name;email;department;site;consentVersion;consentGivenAt',
      `${a};"Ünal; Ada";ada@example.org;New ${a};${site.name.toUpperCase()};2026-01;2026-01-15T10:00:00+01:00`,
      `${b};Bea;;new ${a};;2026-01;2026-01-15`,
    ].join('\r\n');
    const photos = {
      [`${a}.jpg`]: aPhoto({ who }),
      [`${a}_2.jpg`]: aPhoto({ who, likeness: 0.9 }),
      [`team/${b}/front.jpg`]: aPhoto({ who: who + 1 }),
      'readme.txt': Buffer.from('hello'),
      '__MACOSX/x': Buffer.from('clutter'),
    };
    who += 2;
    const { result, rows } = await imported(admin, csv, photos);
    expect(result).toEqual({
      rows: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      refused: 0,
      photos: 3,
      photosTaken: 3,
      photosUnchanged: 0,
      photosRefused: 0,
      unusedFiles: ['readme.txt'],
    });
    const person = await personOf(a);
    expect(person).toMatchObject({
      name: 'Ünal; Ada',
      email: 'ada@example.org',
      siteId: site.id,
      consent: { documentVersion: '2026-01', givenAt: '2026-01-15T09:00:00.000Z', withdrawnAt: null },
      enrolled: true,
    });
    const { items } = await admin.get<Page<Department>>('/departments?limit=500');
    expect(items.filter(({ name }) => name.toLowerCase() === `new ${a}`)).toEqual([
      expect.objectContaining({ id: person.departmentId }),
    ]);
    expect(await personOf(b)).toMatchObject({ departmentId: person.departmentId, siteId: null, email: null });
    expect(await facesOf(a)).toHaveLength(2);
    expect(rows).toEqual<ImportRow[]>([
      {
        line: 2,
        employeeNo: a,
        name: 'Ünal; Ada',
        personId: person.id,
        outcome: 'taken',
        photos: [
          { name: `${a}.jpg`, outcome: 'taken' },
          { name: `${a}_2.jpg`, outcome: 'taken' },
        ],
      },
      {
        line: 3,
        employeeNo: b,
        name: 'Bea',
        personId: (await personOf(b)).id,
        outcome: 'taken',
        photos: [{ name: `team/${b}/front.jpg`, outcome: 'taken' }],
      },
    ]);
  });

  it('takes nothing twice: the same list again changes nothing, and keeps no photo that waits', async () => {
    const no = unique();
    const photos = { [`${no}.jpg`]: aPhoto({ who }), [`${no}_2.jpg`]: aPhoto({ who: who++ }) };
    const first = await imported(admin, csvOf(no), photos);
    expect(first.result).toMatchObject({ created: 1, photosTaken: 1, photosUnchanged: 1 });
    const files = rollcall.sealedFiles().length;
    const second = await imported(admin, csvOf(no), photos);
    expect(second.result).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 1,
      photosUnchanged: 2,
      photosTaken: 0,
    });
    expect(await facesOf(no)).toHaveLength(1);
    expect(rollcall.sealedFiles()).toHaveLength(files);
  });

  it('leaves who is there as they are, and adds what is missing', async () => {
    const there = await admin.post<Person>('/people', aPerson({ name: 'As before' }), 201);
    const no = there.employeeNo;
    const csv = `${HEADER},email\n${no},Another name,${CONSENT},other@example.org`;
    const { result, rows } = await imported(admin, csv, { [`${no}.jpg`]: aPhoto({ who: who++ }) });
    expect(result).toMatchObject({ created: 0, updated: 1, unchanged: 0, photosTaken: 1 });
    expect(rows[0]).toMatchObject({ outcome: 'taken', personId: there.id });
    expect(await personOf(no)).toMatchObject({ name: 'As before', email: null, enrolled: true });
    const again = await imported(admin, csv);
    expect(again.result).toMatchObject({ unchanged: 1, updated: 0 });
  });

  it('takes photos of somebody who consented before, by a list that says nothing of it', async () => {
    const { employeeNo: no } = await aConsentingPerson(admin);
    const { result } = await imported(admin, `employeeNo,name\n${no},X`, {
      [`${no}.jpg`]: aPhoto({ who: who++ }),
    });
    expect(result).toMatchObject({ updated: 1, photosTaken: 1 });
  });

  it('keeps no photo without consent, but the person', async () => {
    const no = unique();
    const files = rollcall.sealedFiles().length;
    const { result, rows } = await imported(admin, `employeeNo,name\n${no},X`, {
      [`${no}.jpg`]: aPhoto({ who: 90 }),
    });
    expect(result).toMatchObject({ created: 1, photosRefused: 1, refused: 0 });
    expect(rows[0]!.photos[0]).toMatchObject({ outcome: 'refused', code: 'CONSENT_REQUIRED' });
    expect(rows[0]!.photos[0]!.detail).toMatch('consentVersion');
    expect(await personOf(no)).toMatchObject({ enrolled: false, consent: null });
    expect(rollcall.sealedFiles()).toHaveLength(files);
  });

  it('does not revive a consent that was withdrawn, unless the list tells of a later one', async () => {
    const { id, employeeNo: no } = await aConsentingPerson(admin);
    await admin.delete(`/people/${id}/consent`, 200);
    const photos = { [`${no}.jpg`]: aPhoto({ who: who++ }) };
    const old = await imported(admin, csvOf(no), photos);
    expect(old.rows[0]!.photos[0]).toMatchObject({ code: 'CONSENT_REQUIRED' });
    expect(await personOf(no)).toMatchObject({
      consent: { withdrawnAt: expect.any(String) },
      enrolled: false,
    });
    const later = rollcall.clock.now();
    later.setMinutes(later.getMinutes() + 1);
    const csv = `${HEADER}\n${no},X,2,${later.toISOString()}`;
    expect((await imported(admin, csv, photos)).result).toMatchObject({ updated: 1, photosTaken: 1 });
  });

  it('tells at most 100 of the files that belong to nobody', async () => {
    const files = Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`no-${i}.jpg`, aPhoto()]));
    const { result } = await imported(admin, csvOf(unique()), files);
    expect(result.unusedFiles).toHaveLength(100);
  });

  it('is told from other imports by its list', async () => {
    const form = new FormData();
    const csv = `employeeNo,name\n${unique()},One\n${unique()},Two`;
    form.append('csv', new Blob([csv]), 'C:\\lists\\名单 März.csv');
    const { text } = await admin.answer('POST', '/people/import', form);
    const { jobId } = JSON.parse(text) as JobAccepted;
    const about = { file: '名单 März.csv', rows: 2 };
    expect((await finished(admin, jobId)).about).toEqual(about);
    expect((await admin.get<Page<Job>>('/jobs?kind=people.import&limit=1')).items[0]).toMatchObject({
      about,
    });
  });

  it('is noted in the audit log, with everything that it made', async () => {
    const no = unique();
    const { jobId } = await imported(admin, csvOf(no), { [`${no}.jpg`]: aPhoto({ who: who++ }) });
    const { items } =
      await admin.get<Page<{ action: string; subject: string; actor: string }>>('/audit?limit=10');
    const { id } = await personOf(no);
    const [me] = items.filter(({ subject }) => subject === `job:${jobId}`);
    expect(me).toMatchObject({ action: 'people.import', details: { rows: 1, photos: 1 } });
    for (const action of ['person.create', 'consent.give']) {
      expect(items).toContainEqual(
        expect.objectContaining({ action, subject: `person:${id}`, actor: me!.actor }),
      );
    }
  });

  it('is for admins and enrollers, and so is its report', async () => {
    const jobId = await startImport(await rollcall.script('enroller'), csvOf(unique()));
    expect((await finished(admin, jobId)).state).toBe('completed');
    for (const role of ['hr', 'auditor'] as const) {
      const client = await rollcall.script(role);
      await expect(startImport(client, csvOf(unique()))).rejects.toThrow('403');
      await client.refused(client.get(`/people/import/${jobId}/rows`, 403), 'FORBIDDEN');
    }
    expect(await rowsOf(await rollcall.script('enroller'), jobId)).toHaveLength(1);
  });
});
