import { layersUpTo } from '@rollcall/vision';

/** Floats that tell one place from another. */
const floats = (length: number, seed: number) =>
  Float32Array.from({ length }, (_, i) => ((i * 31 + seed * 1009) % 2003) / 2003 - 0.5);

/** A file as the weights are published: conv1_1 to conv3_3 in the order of their names, among others. */
export function publishedWeights(): { readonly file: Buffer; readonly tensors: Map<string, Float32Array> } {
  const wanted = layersUpTo(['relu3_3']).flatMap(({ index, channels: [taken, given] }) => [
    { name: `features.${index}.weight`, shape: [given, taken, 3, 3] },
    { name: `features.${index}.bias`, shape: [given] },
  ]);
  const others = [
    { name: 'features.11.other', shape: [300_000] },
    { name: 'pre_logits.fc1.weight', shape: [1_500_000] },
  ];
  const all = [...wanted, ...others].sort((a, b) => (a.name < b.name ? -1 : 1));
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  const body: Buffer[] = [];
  const tensors = new Map<string, Float32Array>();
  let at = 0;
  for (const [i, { name, shape }] of all.entries()) {
    const data = floats(
      shape.reduce((a, b) => a * b, 1),
      i,
    );
    header[name] = { dtype: 'F32', shape, data_offsets: [at, (at += data.byteLength)] };
    body.push(Buffer.from(data.buffer));
    if (wanted.some((one) => one.name === name)) tensors.set(name, data);
  }
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return { file: Buffer.concat([length, text, ...body]), tensors };
}
