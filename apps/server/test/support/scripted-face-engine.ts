import { createHash } from 'node:crypto';
import { APPEARANCE_LENGTH, type ReadFace } from '@rollcall/vision';
import { DomainError } from '../../src/platform/domain-error.js';
import { FaceEngine, type Look, type Reading } from '../../src/vision/face-engine.js';
import { PackShelf } from '../../src/vision/pack-shelf.js';
import { aFace } from './a-face.js';

export const DIMENSION = 512;
/** People have the first axes of the space, what makes a picture unlike its person the others. */
const PEOPLE = DIMENSION / 2;
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

/** A face as a test describes one. */
export interface ScriptedFace {
  /** Same number, same person; 0 to 255. The vectors of two numbers are at right angles. */
  who: number;
  /** Cosine to that person's own vector, default 1. */
  likeness?: number;
  /** Somebody else whom the picture resembles as well. */
  alike?: { who: number; likeness: number };
  width?: number;
  /** What liveness networks would say, 0 to 1; they say nothing when left out, as a pack without them. */
  live?: number;
  /** Same text, same looks: as copies of one picture have. Its own for every script when left out. */
  looks?: string;
  quality?: Partial<ReadFace['quality']>;
}

/** A "photo": the first bytes of a JPEG, then what the scripted engine shall see on it. */
export const aPhoto = (...faces: ScriptedFace[]) => Buffer.concat([JPEG, Buffer.from(JSON.stringify(faces))]);
export const notAnImage = () => Buffer.from('%PDF-1.7 no picture at all');

const SCRIPT = Buffer.from('\n#faces ');

/** A true picture that can be decoded, with what the scripted engine shall see on it behind its end. */
export const aPainting = (png: Uint8Array, ...faces: ScriptedFace[]) =>
  Buffer.concat([png, SCRIPT, Buffer.from(JSON.stringify(faces))]);

/** Null where it is no picture; true pictures without a script show nobody. */
function scriptIn(bytes: Buffer): string | null {
  const at = bytes.lastIndexOf(SCRIPT);
  if (at >= 0) return bytes.subarray(at + SCRIPT.length).toString('utf8');
  if (bytes[0] === 0x89) return '[]';
  return bytes.subarray(0, 4).equals(JPEG) ? bytes.subarray(4).toString('utf8') : null;
}

/** Port double: reads what `aPhoto` wrote. Everything after the pixels is the real thing. */
export class ScriptedFaceEngine extends FaceEngine {
  broken = false;
  /** Waited for before every picture; what it throws the reading throws. */
  beforeRead: () => Promise<void> = async () => {};
  readonly recommended = {
    threshold: 0.5,
    margin: 0.1,
    fpir: 0.01,
    source: 'scripted',
    measurement: 'none' as const,
    impostorTail: [
      { fmr: 1e-3, threshold: 0.3 },
      { fmr: 1e-4, threshold: 0.36 },
      { fmr: 1e-5, threshold: 0.42 },
    ],
    templateExponent: 0.9,
  };
  readonly pack;

  /** Another name is another model: the same face has another vector. */
  constructor(private readonly name = 'scripted') {
    super();
    this.pack = {
      name,
      title: 'Scripted faces',
      licence: 'Apache-2.0',
      commercialUse: true,
      modelId: `${name}@000000000000`,
      dimension: DIMENSION,
      liveness: false,
      attributes: [],
      measurement: 'none',
      mostPeople: null,
    };
  }

  async read(image: Uint8Array, { embed = 'all', liveness = 'none' }: Look): Promise<Reading> {
    await this.beforeRead();
    const script = scriptIn(Buffer.from(image));
    if (script === null) {
      throw new DomainError('rule', 'UNSUPPORTED_IMAGE', 'This is no JPEG, PNG or WebP picture.');
    }
    const scripted = JSON.parse(script) as ScriptedFace[];
    const asked = (which: Look['embed'], i: number) => which === 'all' || (which === 'largest' && i === 0);
    const faces = scripted.map((face, i) => ({
      ...faceOf(this.name, face, asked(embed, i)),
      liveness: asked(liveness, i) ? (face.live ?? null) : null,
    }));
    const timings = { decode: 1, detect: 2, liveness: 0, quality: 1, embed: 3, total: 7, inference: 5 };
    return { width: 1280, height: 720, faces, timings, modelId: this.pack.modelId };
  }

  check(): Promise<void> {
    return this.broken ? Promise.reject(new Error('the networks do not answer')) : Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function faceOf(model: string, face: ScriptedFace, embedded: boolean): ReadFace {
  const { who, likeness = 1, alike, width, quality, looks = JSON.stringify(face) } = face;
  return aFace({
    appearance: appearanceOf(looks),
    embedding: embedded ? vectorOf(model, who, likeness, alike) : null,
    ...(width !== undefined && { width }),
    ...(quality && { quality }),
  });
}

/** A direction of its own for every text. */
function appearanceOf(looks: string): Float32Array {
  const appearance = new Float32Array(APPEARANCE_LENGTH);
  for (let at = 0; at < appearance.length; at += 32) {
    const bytes = createHash('sha256').update(`${at} ${looks}`).digest();
    appearance.set(
      [...bytes].slice(0, appearance.length - at).map((byte) => byte - 127.5),
      at,
    );
  }
  const length = Math.hypot(...appearance);
  return appearance.map((value) => value / length);
}

/** Cosine `likeness` to axis `who`; the rest lies on an axis that another picture hardly ever has. */
function vectorOf(model: string, who: number, likeness: number, alike: ScriptedFace['alike']): Float32Array {
  const vector = new Float32Array(DIMENSION);
  vector[(who + model.length) % PEOPLE] = likeness;
  const rest = (who * 31 + Math.round(likeness * 1000) * 17) % PEOPLE;
  if (alike) vector[(alike.who + model.length) % PEOPLE] = alike.likeness;
  vector[PEOPLE + rest] = Math.sqrt(1 - likeness ** 2 - (alike?.likeness ?? 0) ** 2);
  return vector;
}

/** The packs of a test: the one that runs, and another that may take its place. */
export class ScriptedPackShelf extends PackShelf {
  readonly opened: ScriptedFaceEngine[] = [];

  names(): Promise<string[]> {
    return Promise.resolve(['scripted', 'other']);
  }

  async describe(name: string) {
    return new ScriptedFaceEngine(name).pack;
  }

  async open(name: string): Promise<FaceEngine> {
    const engine = new ScriptedFaceEngine(name);
    this.opened.push(engine);
    return engine;
  }
}
