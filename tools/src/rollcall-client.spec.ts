import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal, RollcallClient } from './rollcall-client.js';

describe('a client whose request is refused', () => {
  const problem = {
    type: 'urn:x',
    title: 'Conflict',
    status: 409,
    code: 'EMPLOYEE_NO_TAKEN',
    detail: 'Taken.',
  };
  let server: Server;
  let answer: { status: number; body: string };
  let client: RollcallClient;
  beforeAll(async () => {
    server = createServer((_, response) => response.writeHead(answer.status).end(answer.body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = new RollcallClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {});
  });
  afterAll(() => server.close());

  it.each([
    ['by the server', { status: 409, body: JSON.stringify(problem) }, 'EMPLOYEE_NO_TAKEN', 409],
    ['by a proxy whose server is away', { status: 502, body: '<html>' }, 'UNAVAILABLE', 502],
    ['by a proxy', { status: 404, body: '' }, 'UNEXPECTED', 404],
  ])('%s, learns why', async (_, answered, code, status) => {
    answer = answered;
    const refused = client.get('/people');
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toMatchObject({ problem: { code, status } });
  });
});
