import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';

const installed = dirname(createRequire(__filename).resolve('@vladmandic/face-api/package.json'));

interface Tensor {
  dataSync(): Float32Array;
}

interface Network {
  loadFromWeightMap(weights: unknown): void;
  forward(image: Tensor): Promise<Tensor & { boxes: Tensor[]; scores: Tensor[] }>;
}

/** What the tests use of the original library. */
interface FaceApi {
  tf: {
    setBackend(name: 'cpu'): Promise<boolean>;
    tensor3d(data: ArrayLike<number>, shape: [number, number, number]): Tensor;
    io: { decodeWeights(data: ArrayBuffer, specs: unknown): unknown };
  };
  env: { setEnv(env: Record<string, unknown>): void };
  nets: Record<'ssdMobilenetv1' | 'faceLandmark68Net' | 'faceRecognitionNet', Network>;
}

/**
 * The original library with the TensorFlow.js that is bundled in it, on the plain JavaScript backend: slow (17 s for
 * one 512 x 512 detection), but the same on every machine and nothing more to install. Its browser build runs in a
 * context of its own, because under Node it looks for a TextEncoder where there is none since Node 20.
 */
export async function originalFaceApi(): Promise<FaceApi> {
  const window = { document: {}, performance };
  const globals = {
    ...window,
    window,
    navigator: { userAgent: '' },
    console,
    setTimeout,
    TextEncoder,
    TextDecoder,
  };
  const arrays = { ArrayBuffer, Float32Array, Int32Array, Uint8Array, Uint8ClampedArray };
  const context = vm.createContext({ ...globals, ...arrays });
  vm.runInContext(readFileSync(join(installed, 'dist/face-api.js'), 'utf8'), context);
  const faceApi = vm.runInContext('faceapi', context) as FaceApi;
  const none = class {};
  faceApi.env.setEnv({ Canvas: none, Image: none, ImageData: none, Video: none });
  await faceApi.tf.setBackend('cpu');
  return faceApi;
}

/** Gives a network its weights, through the library's own reader. */
export function loadOriginal(faceApi: FaceApi, network: Network, name: string): Network {
  const [group] = JSON.parse(readFileSync(modelFile(`${name}-weights_manifest.json`), 'utf8')) as [
    { weights: unknown },
  ];
  const bytes = Uint8Array.from(readFileSync(modelFile(`${name}.bin`)));
  network.loadFromWeightMap(faceApi.tf.io.decodeWeights(bytes.buffer, group.weights));
  return network;
}

/** Absolute path of a file in the package's `model` folder. */
export function modelFile(name: string): string {
  return join(installed, 'model', name);
}

/** Absolute path of a photo in the package's `demo` folder. */
export function demoPhoto(name: string): string {
  return join(installed, 'demo', name);
}
