import { readFile } from 'node:fs/promises';
import type { Person } from '@rollcall/contracts';
import type { RollcallClient } from '@rollcall/tools';

/** A person with a recorded consent and one face, from this photo. Answers the id. */
export async function enrol(admin: RollcallClient, name: string, path: string): Promise<string> {
  const { id } = await admin.json<Person>('POST', '/people', { employeeNo: name, name });
  const consent = { documentVersion: 'bench', givenAt: new Date().toISOString() };
  await admin.json('PUT', `/people/${id}/consent`, consent);
  await admin.picture(`/people/${id}/faces`, 'photo', await readFile(path));
  return id;
}
