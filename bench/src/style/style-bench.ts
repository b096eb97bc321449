import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { compareCurves, type CurveComparison } from './curves.js';
import { checkGradient, type GradientCheck } from './gradient-check.js';
import { OwnEngine, RECIPE } from './own-engine.js';
import { benchPictures } from './pictures.js';
import type { Size } from './rgb-canvas.js';
import { race, type Race } from './race.js';
import { TorchEngine } from './torch-engine.js';

/** What is measured. */
export interface StyleOrder {
  /** Folder with the weights. */
  readonly network: string;
  /** The first is painted to the end against PyTorch, the others are timed. */
  readonly sizes: readonly Size[];
  readonly evaluations: number;
  /** Evaluations that are timed where nothing is painted to the end. */
  readonly timed: number;
  readonly threads: number;
  /** Paths of what is painted, and in whose manner. */
  readonly pictures: { readonly photo: string; readonly painting: string };
  /** An interpreter with the packages of bench/style/requirements.txt; null measures Rollcall alone. */
  readonly python: string | null;
  /** Folder for the picture of the curves. */
  readonly out: string;
}

/** One size, by both engines. */
export interface SizeResult {
  /** Width x height. */
  readonly size: string;
  readonly evaluations: number;
  readonly secondsPerEvaluation: number;
  readonly torchSecondsPerEvaluation: number | null;
  /** Ours by PyTorch's. */
  readonly ratio: number | null;
  readonly gradient: GradientCheck | null;
  readonly curves: CurveComparison | null;
}

export interface StyleBenchResult {
  readonly recipe: string;
  /** File name of what it is painted in the manner of. */
  readonly painting: string;
  readonly weights: { readonly title: string; readonly sha256: string };
  readonly threads: number;
  readonly torch: string | null;
  readonly sizes: readonly SizeResult[];
}

/** Seconds of an evaluation at each size; against PyTorch also gradients and the curve of the loss. */
export async function styleBench(order: StyleOrder, say: (line: string) => void): Promise<StyleBenchResult> {
  const own = await OwnEngine.open(order.network, order.threads);
  const sizes: SizeResult[] = [];
  let torch: string | null = null;
  for (const [i, size] of order.sizes.entries()) {
    say(`${nameOf(size)}:`);
    const measured = await measure(own, size, order, i === 0, say);
    sizes.push(measured.result);
    torch = measured.torch;
  }
  const { title, sha256 } = own.network;
  const painting = basename(order.pictures.painting);
  return { recipe: RECIPE, painting, weights: { title, sha256 }, threads: order.threads, torch, sizes };
}

async function measure(
  own: OwnEngine,
  size: Size,
  order: StyleOrder,
  first: boolean,
  say: (line: string) => void,
): Promise<{ result: SizeResult; torch: string | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-style-'));
  let torch: TorchEngine | null = null;
  try {
    const pictures = await benchPictures(folder, size, order.pictures);
    const { python, threads, out } = order;
    torch = python === null ? null : await TorchEngine.open(python, folder, own.network, pictures, threads);
    const gradient = torch && (await checkGradient(own, torch, pictures, folder));
    const whole = first && torch !== null;
    const evaluations = whole ? order.evaluations : order.timed;
    const raced = await race(own, torch, pictures, evaluations, stretchOf(evaluations, whole), say);
    const curves = whole ? compareCurves(raced, nameOf(size), out) : null;
    return { result: { ...timing(raced, size), gradient, curves }, torch: torch && torch.version };
  } finally {
    torch?.close();
    rmSync(folder, { recursive: true });
  }
}

function timing({ own, torch }: Race, size: Size) {
  return {
    size: nameOf(size),
    evaluations: own.losses.length,
    secondsPerEvaluation: own.secondsPerEvaluation,
    torchSecondsPerEvaluation: torch && torch.secondsPerEvaluation,
    ratio: torch && own.secondsPerEvaluation / torch.secondsPerEvaluation,
  };
}

/** Evaluations that one engine makes before it is the other's turn. */
const stretchOf = (evaluations: number, whole: boolean) =>
  Math.max(1, Math.min(whole ? 50 : 5, Math.floor(evaluations / 4)));

const nameOf = ({ width, height }: Size) => `${width}x${height}`;
