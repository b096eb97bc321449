import { resolve } from 'node:path';
import { Command } from 'commander';
import { contactSheet } from './contact-sheet.js';
import { describeStyle } from './describe-style.js';
import { DEFAULT_PICTURES, sizeOf } from './pictures.js';
import { styleBench } from './style-bench.js';

interface StyleCommandOptions {
  readonly size?: string;
  readonly evaluations?: string;
  readonly timed: string;
  readonly threads: string;
  readonly against?: 'torch';
  readonly python: string;
  readonly sheet?: string | true;
  readonly photo: string;
  readonly painting: string;
  readonly json?: boolean;
}

/** What a command of the bench is given: where results go, who writes and tells them, and what is told meanwhile. */
export interface BenchSurroundings {
  readonly results: string;
  readonly modelsDir: string;
  /** A path as it was typed. */
  readonly fromHere: (path: string) => string;
  readonly report: <T extends object>(
    name: string,
    result: T,
    describe: (result: T) => string,
    json?: boolean,
  ) => void;
  readonly say: (line: string) => void;
}

/** `bench style`. */
export function styleCommand({ results, modelsDir, fromHere, report, say }: BenchSurroundings): Command {
  return new Command('style')
    .description('seconds of an evaluation of the portrait studio; against PyTorch also gradients and losses')
    .option(
      '--size <list>',
      'width x height (256x512,512x512); the first is painted to the end against PyTorch',
    )
    .option('--evaluations <n>', 'of the painting against PyTorch (400)')
    .option('--timed <n>', 'evaluations that are timed at the other sizes', '20')
    .option('--threads <n>', 'of either engine', '2')
    .option('--against <engine>', 'torch: the same recipe, weights and pictures in PyTorch, in turn')
    .option('--python <path>', 'interpreter with bench/style/requirements.txt', 'python3')
    .option(
      '--sheet [folder]',
      'instead: four people in every preset, as a picture that is not committed; takes --size and --threads',
    )
    .option('--photo <file>', 'what is painted', DEFAULT_PICTURES.photo)
    .option('--painting <file>', 'in whose manner', DEFAULT_PICTURES.painting)
    .option('--json', 'print JSON')
    .action(async (options: StyleCommandOptions) => {
      if (options.sheet) {
        const folder = options.sheet === true ? null : fromHere(options.sheet);
        const longer = options.size ? sizeOf(options.size) : { width: 256, height: 256 };
        const cells = { size: Math.max(longer.width, longer.height), threads: Number(options.threads) };
        return contactSheet(folder, cells, say);
      }
      if (options.against !== undefined && options.against !== 'torch')
        throw new Error(`"${String(options.against)}" is not known: --against torch.`);
      const order = {
        network: resolve(modelsDir, 'vgg16'),
        sizes: (options.size ?? '256x512,512x512').split(',').map(sizeOf),
        evaluations: Number(options.evaluations ?? 400),
        timed: Number(options.timed),
        threads: Number(options.threads),
        python: options.against ? options.python : null,
        pictures: { photo: fromHere(options.photo), painting: fromHere(options.painting) },
        out: results,
      };
      report('style', await styleBench(order, say), describeStyle, options.json);
    });
}
