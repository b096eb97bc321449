import type { CheckInAnswer, Department, DeviceWithKey, Page, Person } from '@rollcall/contracts';
import { localServer } from '../local-server.js';
import { Refusal, RollcallClient } from '../rollcall-client.js';
import { demoFaces, type DemoFace } from './demo-faces.js';

/** Invented; the photos are the package's samples. */
const NAMES = ['Maya Lindqvist', 'Clara Novak', 'Inès Moreau', 'Priya Raman', 'Lucía Ortega', 'Hannah Weber'];
const DEPARTMENT = 'Demo team';

/** Fills a running server with a few people and lets them check in, so that there is something to look at. */
export async function demo(dataDir: string, say: (line: string) => void): Promise<void> {
  const { url, token } = localServer(dataDir);
  const client = RollcallClient.withToken(url, token);
  const faces = await demoFaces(client);
  const enrolled = await enrol(client, faces, say);
  const { deviceKey } = await client.json<DeviceWithKey>('POST', '/devices', {
    name: 'Demo kiosk',
    direction: 'auto',
    showScores: true,
  });
  const kiosk = RollcallClient.asKiosk(url, deviceKey);
  const strangers = faces.filter((face) => !enrolled.includes(face)).slice(0, 1);
  for (const face of [...enrolled, ...strangers])
    say(described(await kiosk.frame<CheckInAnswer>(face.frame)));
  say(`\nLook at ${url}/ - and pair a kiosk at ${url}/kiosk with this key:\n  ${deviceKey}`);
}

async function enrol(
  client: RollcallClient,
  faces: DemoFace[],
  say: (line: string) => void,
): Promise<DemoFace[]> {
  const departmentId = await department(client);
  const enrolled: DemoFace[] = [];
  for (const face of faces) {
    const name = NAMES[enrolled.length];
    if (!name) break;
    const person = await demoPerson(client, name, enrolled.length + 1, departmentId);
    if (await gotFace(client, person, face)) {
      enrolled.push(face);
      say(`Enrolled    ${name}`);
    }
  }
  return enrolled;
}

/** True where the face is the person's now, or was since an earlier run. */
async function gotFace(client: RollcallClient, person: Person, { portrait }: DemoFace): Promise<boolean> {
  if (person.enrolled) return true;
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

async function department(client: RollcallClient): Promise<string> {
  const { items } = await client.get<Page<Department>>('/departments?limit=500');
  const known = items.find(({ name }) => name === DEPARTMENT);
  return (known ?? (await client.json<Department>('POST', '/departments', { name: DEPARTMENT }))).id;
}

function described({ decision, person, direction, similarity }: CheckInAnswer): string {
  const score =
    similarity === undefined || similarity === null ? '' : ` (similarity ${similarity.toFixed(2)})`;
  return `Checked in  ${person ? `${person.name}, ${direction}` : 'a stranger'}: ${decision}${score}`;
}
