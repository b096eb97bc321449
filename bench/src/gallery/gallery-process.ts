import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Duties, DutyName } from './duties.js';
import type { ServerSetup } from './gallery-server.js';

const SCRIPT = fileURLToPath(new URL('./gallery.process.js', import.meta.url));

type Order<Name extends DutyName> = Parameters<Duties[Name]>[0];
type Result<Name extends DutyName> = Awaited<ReturnType<Duties[Name]>>;

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** A server in a process of its own that is told what to do with its gallery. */
export class GalleryProcess {
  private readonly waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (e: Error) => void }
  >();
  private asked = 0;

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (answer: Answer) => this.settle(answer));
    child.on('exit', (code) => {
      const error = new Error(`The server that is measured ended (${code}).`);
      for (const { reject } of this.waiting.values()) reject(error);
    });
  }

  static async start(setup: ServerSetup): Promise<GalleryProcess> {
    const process = new GalleryProcess(fork(SCRIPT));
    await process.tell('start', setup);
    return process;
  }

  tell<Name extends DutyName>(duty: Name, order: Order<Name>): Promise<Result<Name>> {
    const id = ++this.asked;
    const answered = new Promise<unknown>((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.child.send({ id, duty, order });
    return answered as Promise<Result<Name>>;
  }

  async stop(): Promise<void> {
    await this.tell('stop', undefined);
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }

  private settle({ id, result, error }: Answer): void {
    const { resolve, reject } = this.waiting.get(id)!;
    this.waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  }
}
