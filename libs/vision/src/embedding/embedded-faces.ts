import type { FiveLandmarks } from '../geometry.js';
import type { RgbImage } from '../rgb-image.js';
import type { NumberTensor } from '../session.js';
import type { Embedded } from './embedded.js';
import type { FaceEmbedder } from './embedder.js';

/** The embeddings of the faces of one image, each made when it is first asked for, and once. */
export class EmbeddedFaces {
  private readonly known = new Map<number, Embedded>();

  constructor(
    private readonly embedder: FaceEmbedder,
    private readonly image: RgbImage,
    private readonly landmarks: readonly FiveLandmarks[],
    /** float32 [faces, 3, 112, 112] in the embedder's scale, in the order of `landmarks`. */
    private readonly aligned: NumberTensor<Float32Array>,
  ) {}

  /** @param faces positions in `landmarks` */
  async embed(faces: readonly number[]): Promise<void> {
    const missing = faces.filter((face) => !this.known.has(face));
    if (missing.length === 0) return;
    const embedded = await this.embedder.embed({
      image: this.image,
      landmarks: missing.map((face) => this.landmarks[face]!),
      aligned: rowsOf(this.aligned, missing),
    });
    for (const [i, face] of missing.entries()) this.known.set(face, embedded[i]!);
  }

  /** Null where it was not asked for. */
  of(face: number): Embedded | null {
    return this.known.get(face) ?? null;
  }
}

/** Some rows of a tensor; a view where they lie side by side. */
function rowsOf(
  { data, dims: [, ...rest] }: NumberTensor<Float32Array>,
  rows: readonly number[],
): NumberTensor<Float32Array> {
  const size = rest.reduce((product, length) => product * length, 1);
  const row = (at: number) => data.subarray(at * size, (at + 1) * size);
  const dims = [rows.length, ...rest];
  if (rows.length === 1) return { data: row(rows[0]!), dims };
  const copy = new Float32Array(rows.length * size);
  for (const [i, at] of rows.entries()) copy.set(row(at), i * size);
  return { data: copy, dims };
}
