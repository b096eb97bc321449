import type { CheckInAnswer, Department, Device, DeviceWithKey, Page, Person } from '@rollcall/contracts';
import { localServer } from '../local-server.js';
import { Refusal, RollcallClient } from '../rollcall-client.js';
import { demoAttendance } from './demo-attendance.js';
import { demoFaces, type DemoFace } from './demo-faces.js';

/** Invented; the photos are the package's samples. */
const NAMES = ['Maya Lindqvist', 'Clara Novak', 'Inès Moreau', 'Priya Raman', 'Lucía Ortega', 'Hannah Weber'];
const DEPARTMENT = 'Demo team';
const KIOSK = 'Demo kiosk';

/** Fills a running server with a few people and lets them check in, so that there is something to look at. */
export async function demo(dataDir: string, say: (line: string) => void): Promise<void> {
  const { url, token } = localServer(dataDir);
  const client = RollcallClient.withToken(url, token);
  const faces = await demoFaces(client);
  const departmentId = await department(client);
  await enrol(client, faces, departmentId, say);
  const { deviceKey } = await demoKiosk(client);
  const kiosk = RollcallClient.asKiosk(url, deviceKey);
  await demoAttendance(client, kiosk, departmentId, faces, say);
  for (const face of faces) say(described(await kiosk.frame<CheckInAnswer>(face.frame)));
  say(`\nLook at ${url}/ - and pair a kiosk at ${url}/kiosk with this key:\n  ${deviceKey}`);
}

/** Gives each demo person who has no face yet the next one that is accepted. */
async function enrol(
  client: RollcallClient,
  faces: DemoFace[],
  departmentId: string,
  say: (line: string) => void,
): Promise<void> {
  const people = [];
  for (const [i, name] of NAMES.entries()) people.push(await demoPerson(client, name, i + 1, departmentId));
  for (const { name } of people.filter(({ enrolled }) => enrolled)) say(`There was   ${name}`);
  const waiting = people.filter(({ enrolled }) => !enrolled);
  for (const face of faces) {
    const [next] = waiting;
    if (!next) return;
    if (!(await accepted(client, next, face))) continue;
    waiting.shift();
    say(`Enrolled    ${next.name}`);
  }
}

/** False where the face is refused: not good enough, or somebody's already. */
async function accepted(client: RollcallClient, person: Person, { portrait }: DemoFace): Promise<boolean> {
  try {
    await client.picture(`/people/${person.id}/faces`, 'photo', portrait);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.problem.status === 422) return false;
    throw error;
  }
}

async function demoPerson(client: RollcallClient, name: string, number: number, departmentId: string) {
  const employeeNo = `DEMO-${number}`;
  const { items } = await client.get<Page<Person>>(`/people?search=${employeeNo}`);
  const known = items.find((person) => person.employeeNo === employeeNo);
  if (known) return known;
  const person = await client.json<Person>('POST', '/people', { employeeNo, name, departmentId });
  await client.json('PUT', `/people/${person.id}/consent`, {
    documentVersion: 'demo',
    givenAt: new Date().toISOString(),
  });
  return person;
}

/** One kiosk, however often the demo runs; its key is only known when it is new. */
async function demoKiosk(client: RollcallClient): Promise<DeviceWithKey> {
  const { items } = await client.get<Page<Device>>('/devices?limit=500');
  const known = items.find(({ name }) => name === KIOSK);
  if (known) return client.json('POST', `/devices/${known.id}/rotate-key`, {});
  return client.json('POST', '/devices', { name: KIOSK, direction: 'auto', showScores: true });
}

async function department(client: RollcallClient): Promise<string> {
  const { items } = await client.get<Page<Department>>('/departments?limit=500');
  const known = items.find(({ name }) => name === DEPARTMENT);
  return (known ?? (await client.json<Department>('POST', '/departments', { name: DEPARTMENT }))).id;
}

function described({ decision, person, direction, similarity }: CheckInAnswer): string {
  const score =
    similarity === undefined || similarity === null ? '' : ` (similarity ${similarity.toFixed(2)})`;
  return `Checked in  ${person ? `${person.name}, ${direction}` : 'somebody who is not enrolled'}: ${decision}${score}`;
}
