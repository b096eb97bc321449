import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Farewell } from './farewell.js';

describe('a server that goes', () => {
  let server: Server;
  let farewell: Farewell;
  let url: string;
  let waiting: Record<string, ServerResponse>;
  beforeEach(async () => {
    waiting = {};
    server = createServer((request, response) => {
      waiting[request.url!] = response;
      if (request.url === '/stream') response.setHeader('Content-Type', 'text/event-stream').flushHeaders();
    });
    farewell = new Farewell(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => server.closeAllConnections());

  const until = async (path: string) => {
    while (!waiting[path]) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('answers who waits, and takes nobody else', async () => {
    const asked = fetch(`${url}/slow`);
    await until('/slow');
    let gone = false;
    const going = farewell.bid().then(() => (gone = true));
    await expect(fetch(`${url}/late`)).rejects.toThrow();
    expect(gone).toBe(false);
    waiting['/slow']!.end('done');
    const answer = await asked;
    expect(await answer.text()).toBe('done');
    expect(answer.headers.get('connection')).toBe('close');
    await going;
  });

  it('ends live streams, so that whoever listens looks for another', async () => {
    const stream = await fetch(`${url}/stream`);
    const going = farewell.bid();
    expect(await stream.text()).toBe('');
    await going;
  });
});
