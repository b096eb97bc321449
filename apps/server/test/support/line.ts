import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to a database that can be cut: at once, or one of its connections when the answer to a COMMIT is on its way. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private whole = true;
  private cutAtCommit = false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(url: string): Promise<Line> {
    const { hostname, port } = new URL(url);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const through = new URL(url);
    through.hostname = '127.0.0.1';
    through.port = String((server.address() as AddressInfo).port);
    const line = new Line(server, through.href);
    server.on('connection', (near) => line.join(near, connect(Number(port || 5432), hostname)));
    return line;
  }

  cut(): void {
    this.whole = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.whole = true;
    this.cutAtCommit = false;
  }

  /** The next COMMIT reaches the database; nobody learns what became of it. */
  cutAtNextCommit(): void {
    this.cutAtCommit = true;
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket, far: Socket): void {
    if (!this.whole) near.destroy();
    let deaf = false;
    near.on('data', (bytes) => {
      deaf ||= this.cutAtCommit && bytes.includes('COMMIT');
      far.write(bytes);
    });
    far.on('data', (bytes) => (deaf ? near.destroy() : near.write(bytes)));
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
  }
}
