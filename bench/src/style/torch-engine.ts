import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { layersUpTo, RECIPES, type StyleNetwork } from '@rollcall/vision';
import { RECIPE, type Stretch } from './own-engine.js';
import type { BenchPictures } from './pictures.js';

const SCRIPT = fileURLToPath(new URL('../../style/torch_gatys.py', import.meta.url));

export type Precision = 'float32' | 'float64';

interface Told {
  readonly losses: readonly (number | null)[];
  readonly seconds: number;
  readonly converged?: true;
}

/** The same recipe in PyTorch: one Python process that does one thing after the other. */
export class TorchEngine {
  private constructor(
    private readonly python: ChildProcessWithoutNullStreams,
    private readonly lines: AsyncIterator<string>,
    private readonly folder: string,
    readonly version: string,
  ) {}

  /** @param folder for files of its own */
  static async open(
    python: string,
    folder: string,
    network: StyleNetwork,
    pictures: BenchPictures,
    threads: number,
  ): Promise<TorchEngine> {
    const file = join(folder, 'task.json');
    await writeFile(file, JSON.stringify(task(network, pictures, threads)));
    const child = spawn(python, [SCRIPT, file], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stderr.pipe(process.stderr);
    const failed = new Promise<never>((_, reject) =>
      child.once('error', (error) =>
        reject(new Error(`${python} does not start (${error.message}): name a Python with --python.`)),
      ),
    );
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const hello = (await Promise.race([answer(lines), failed])) as { torch: string };
    return new TorchEngine(child, lines, folder, hello.torch);
  }

  /**
   * Loss and gradient at the content picture.
   *
   * @param decisions a folder with what the other engine has behind each convolution, to break ties as it did
   */
  async atStart(
    dtype: Precision,
    decisions: string | null = null,
  ): Promise<{ loss: number; gradient: Float64Array }> {
    const { loss, array } = await this.array({ do: 'gradient', dtype, decisions });
    return { loss, gradient: array };
  }

  /** What stands behind a convolution (like 1_1) before its ReLU, channel by channel. */
  async features(layer: string, dtype: Precision): Promise<Float64Array> {
    return (await this.array({ do: 'features', layer, dtype })).array;
  }

  /** Paints from the content picture on, pausing after every so many evaluations. */
  async *paint(evaluations: number, every: number): AsyncGenerator<Stretch, void> {
    this.say({ do: 'paint', evaluations, every });
    for (let made = 0; ;) {
      const { losses, seconds, converged } = (await answer(this.lines)) as Told;
      made += losses.length;
      // JSON has no word for what is not a number.
      yield { losses: losses.map((loss) => loss ?? NaN), seconds };
      if (converged || made >= evaluations) return;
      this.say({});
    }
  }

  close(): void {
    this.python.stdin.end();
  }

  private async array(order: object): Promise<{ loss: number; array: Float64Array }> {
    const out = join(this.folder, 'array.f64');
    this.say({ ...order, out });
    const { loss } = (await answer(this.lines)) as { loss: number };
    const bytes = await readFile(out);
    await rm(out);
    return { loss, array: new Float64Array(new Uint8Array(bytes).buffer) };
  }

  private say(what: object): void {
    this.python.stdin.write(`${JSON.stringify(what)}\n`);
  }
}

async function answer(lines: AsyncIterator<string>): Promise<unknown> {
  const next = await lines.next();
  if (!next.done) return JSON.parse(next.value);
  throw new Error(
    'The Python process ended: install bench/style/requirements.txt for the Python of --python.',
  );
}

function task(network: StyleNetwork, { files }: BenchPictures, threads: number): object {
  const { content, style, contentWeight, styleWeight, optimizer } = RECIPES[RECIPE];
  return {
    ...files,
    weights: network.path,
    pixels: network.pixels,
    layers: layersUpTo([content, ...style]).map(({ name, index, pooled }) => [name, index, pooled]),
    content_tap: content,
    style_taps: style,
    content_weight: contentWeight,
    style_weight: styleWeight,
    history: optimizer.history,
    threads,
  };
}
