import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { FaceEngine, packFilePath, type ModelPack } from '@rollcall/vision';
import { LOOKS, spreadOf, type LookName, type Spread } from './one-client.js';

const SCRIPT = fileURLToPath(new URL('../../insightface/speed.py', import.meta.url));
const WARM_UP = 5;

/** Both on the same images and ONNX files with as many threads, one image in turn. Milliseconds. */
export interface InTurn {
  readonly threads: number;
  readonly rollcall: Spread;
  readonly insightface: Spread;
  /** Median of theirs over ours, image by image. */
  readonly ratio: number;
}

/** InsightFace's classes in a process of their own, which reads the path of an image and says how long it took. */
export class InsightFaceProcess {
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly lines: AsyncIterator<string, undefined>;
  private readonly reader: Interface;

  constructor(python: string, pack: ModelPack, threads: number) {
    const { detector, recognizer } = pack.manifest;
    const files = [detector, recognizer].map((stage) => packFilePath(pack, stage));
    this.child = spawn(python, [SCRIPT, ...files, String(threads)], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.reader = createInterface(this.child.stdout);
    this.lines = this.reader[Symbol.asyncIterator]();
  }

  /** @returns milliseconds from the bytes of the file to the embedding of its largest face */
  async read(path: string): Promise<number> {
    this.child.stdin.write(`${path}\n`);
    const line = await this.lines.next();
    if (line.done)
      throw new Error(
        'The interpreter ended. Does it have the packages of bench/insightface/requirements.txt?',
      );
    const { ms, faces } = JSON.parse(line.value) as { ms: number; faces: number };
    if (faces === 0) throw new Error(`InsightFace found no face in ${path}.`);
    return ms;
  }

  close(): void {
    this.child.stdin.end();
    this.reader.close();
  }
}

/** @param files the images, as paths and as bytes */
export async function inTurn(
  pack: ModelPack,
  look: LookName,
  threads: number,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  python: string,
): Promise<InTurn> {
  const theirs = new InsightFaceProcess(python, pack, threads);
  const engine = await FaceEngine.open(pack, { threads });
  // They have no liveness networks.
  const options = { ...LOOKS[look], liveness: 'none' } as const;
  try {
    const pairs: { ours: number; theirs: number }[] = [];
    for (const [i, { path, bytes }] of [...files.slice(0, WARM_UP), ...files].entries()) {
      const ours = (await engine.read(bytes, options)).timings.total;
      const other = await theirs.read(path);
      if (i >= WARM_UP) pairs.push({ ours, theirs: other });
    }
    return {
      threads,
      rollcall: spreadOf(pairs.map((pair) => pair.ours)),
      insightface: spreadOf(pairs.map((pair) => pair.theirs)),
      ratio: spreadOf(pairs.map((pair) => pair.theirs / pair.ours)).p50,
    };
  } finally {
    theirs.close();
    await engine.close();
  }
}

/** Images a second of so many of their processes on all images, each with so many threads. */
export async function theirThroughput(
  pack: ModelPack,
  { processes, threads }: { readonly processes: number; readonly threads: number },
  paths: readonly string[],
  python: string,
  seconds: number,
): Promise<number> {
  const all = Array.from({ length: processes }, () => new InsightFaceProcess(python, pack, threads));
  try {
    await Promise.all(all.map((each) => each.read(paths[0]!)));
    const started = performance.now();
    let read = 0;
    const work = async (each: InsightFaceProcess) => {
      while (performance.now() - started < seconds * 1000) await each.read(paths[read++ % paths.length]!);
    };
    await Promise.all(all.map(work));
    return (read / (performance.now() - started)) * 1000;
  } finally {
    for (const each of all) each.close();
  }
}
