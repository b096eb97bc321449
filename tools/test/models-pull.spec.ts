import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStyleNetwork } from '@rollcall/vision';
import type { PullOrder } from '../src/models/pull/pull-vgg16.js';
import { VGG16_SOURCES } from '../src/models/pull/vgg16-sources.js';
import { file, floats, Pulling, sha256, source } from './pulling.js';
import { WeightsServer, type Manner } from './weights-server.js';

const tensors = new Map([...floats].map(([name, { buffer }]) => [name, sha256(new Uint8Array(buffer))]));
const wantedBytes = [...floats.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);

let pulling: Pulling;
let server: WeightsServer;
beforeEach(async () => {
  pulling = await Pulling.start();
  server = pulling.server;
});
afterEach(() => pulling.stop());

const folder = () => pulling.folder;
const parts = () => pulling.parts;
const pull = (order: Partial<PullOrder> = {}) => pulling.pull(order);

/** What the placed file holds, read without any of our code. */
function placed(): Map<string, string> {
  const description = JSON.parse(readFileSync(join(folder(), 'network.json'), 'utf8')) as { file: string };
  const bytes = readFileSync(join(folder(), description.file));
  const end = 8 + Number(bytes.readBigUInt64LE());
  const header = JSON.parse(bytes.toString('utf8', 8, end)) as Record<
    string,
    { data_offsets: [number, number] }
  >;
  return new Map(
    Object.entries(header).map(
      ([
        name,
        {
          data_offsets: [from, to],
        },
      ]) => [name, sha256(bytes.subarray(end + from, end + to))],
    ),
  );
}

describe('models pull vgg16', () => {
  it('reads the layers that styles need and nothing else, and pins what it placed', async () => {
    const { network, checked, recipes, came } = await pull();
    expect(placed()).toEqual(tensors);
    expect(server.given).toBeLessThan(wantedBytes + 70_000);
    expect(came).toBe(wantedBytes);
    expect(checked?.by).toBe('first-use');
    expect(recipes).toEqual(['gatys-torch', 'portrait']);
    expect(network).toMatchObject({ title: 'Published', pixels: source.pixels, sha256: checked?.sha256 });
    expect(await loadStyleNetwork(folder())).toEqual(network);
    expect(readdirSync(folder()).sort()).toEqual(['network.json', network.file].sort());
    expect(await pull()).toMatchObject({ checked: null, network });
  });

  it('makes connections anew that break off, and goes on where they did', async () => {
    server.manner = { breaksAfter: 1_000_000 };
    await pull();
    expect(placed()).toEqual(tensors);
    expect(server.requests).toBeGreaterThan(7);
    // What a connection still held when it broke is lost with it.
    expect(server.given).toBeLessThan(1.2 * wantedBytes);
  });

  it('goes on by the next command where one was stopped', async () => {
    server.manner = { diesAfter: 4_000_000 };
    await expect(pull()).rejects.toThrow(/cannot be reached .*it goes on where it stopped.* MODEL_MIRROR/);
    expect(parts()).toHaveLength(1);
    expect(existsSync(join(folder(), 'network.json'))).toBe(false);
    server.manner = {};
    server.given = 0;
    await pull();
    expect(pulling.begun[0]?.had).toBeGreaterThan(3_000_000);
    expect(server.given).toBeLessThan(wantedBytes - 3_000_000 + 70_000);
    expect(placed()).toEqual(tensors);
    expect(parts()).toEqual([]);
  });

  it('begins again where the file is another by now', async () => {
    server.manner = { diesAfter: 4_000_000 };
    await expect(pull()).rejects.toThrow('cannot be reached');
    server.manner = {};
    server.file = Buffer.concat([file.subarray(0, -1), Uint8Array.of(77)]);
    await pull();
    expect(pulling.begun[0]?.had).toBe(0);
    expect(placed()).toEqual(tensors);
  });

  it.each<[string, Manner, Partial<PullOrder>]>([
    ['that gives no parts', { ranges: false }, {}],
    ['that gives no parts and breaks off', { ranges: false, breaksAfter: 12_000_000 }, {}],
    ['that gives parts, where the whole is asked for', { breaksAfter: 5_000_000 }, { whole: true }],
  ])('checks the whole file of a server %s', async (_, manner, order) => {
    server.manner = manner;
    if (manner.ranges === false && manner.breaksAfter) {
      await expect(pull(order)).rejects.toThrow('cannot be reached');
      server.manner = { ranges: false };
    }
    expect((await pull(order)).checked?.by).toBe('published');
    expect(placed()).toEqual(tensors);
  });

  const damaged = Buffer.from(file);
  damaged.write('wrong', 8 + Number(file.readBigUInt64LE()) + 10);

  it.each([
    ['in a whole file', { ranges: false }, {}],
    ['in parts, by the sum of another machine', {}, { sha256: 'a'.repeat(64) }],
  ])('uses nothing of wrong bytes %s', async (_, manner, order) => {
    server.file = damaged;
    server.manner = manner;
    await expect(pull(order)).rejects.toThrow(
      /has sha256 [0-9a-f]{64} where .* is due.*Nothing of it is used/,
    );
    expect(readdirSync(folder())).toEqual([]);
  });

  it('leaves earlier weights as they are when the new ones are wrong', async () => {
    const { network } = await pull();
    server.file = damaged;
    await expect(pull({ again: true, whole: true })).rejects.toThrow('Nothing of it is used');
    expect(await loadStyleNetwork(folder())).toEqual(network);
  });

  it('takes the file from a folder', async () => {
    const mirror = mkdtempSync(join(tmpdir(), 'mirror-'));
    writeFileSync(join(mirror, 'model.safetensors'), file);
    await pull({ mirror });
    expect(placed()).toEqual(tensors);
    rmSync(mirror, { recursive: true });
  });

  it('says what to do where nobody is there', async () => {
    const gone = await WeightsServer.start(source.path, file);
    const mirror = gone.url;
    await gone.stop();
    await expect(pull({ mirror })).rejects.toThrow(
      / cannot be reached \(nobody answers there\).* MODEL_MIRROR/,
    );
  });

  it('refuses what is no sum and no address before anything is pulled', async () => {
    await expect(pull({ sha256: 'xyz' })).rejects.toThrow(/64 hexadecimal digits; xyz is no such sum/);
    await expect(pull({ mirror: 'garbage://' })).rejects.toThrow(/garbage:\/\/, which is no address/);
  });

  it('says what to do where the folder is empty', async () => {
    const mirror = pulling.modelsDir;
    await expect(pull({ mirror })).rejects.toThrow(
      /at none of these places: .*somebody.vgg16.model\.safetensors, /,
    );
  });

  it.each([
    [404, /at none of these places/],
    [403, /answers 403: it does not give the file to you\. Set MODEL_MIRROR/],
    [503, /cannot be reached \(.*answers 503/],
  ])('says what to do where the server answers %d', async (status, message) => {
    server.manner = { status };
    await expect(pull()).rejects.toThrow(message);
  });

  it('says so when the file is no safetensors file, or has other weights', async () => {
    server.file = Buffer.from('<!doctype html><html></html>');
    await expect(pull()).rejects.toThrow('no readable safetensors file');
    server.file = Buffer.concat([Buffer.from([2, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('{}')]);
    await expect(pull()).rejects.toThrow('not the weights of VGG16: features.0.weight is missing');
  });

  it('says so when the disk is full', async () => {
    server.manner = { diesAfter: 1_000_000 };
    await expect(pull()).rejects.toThrow('cannot be reached');
    const [part] = parts();
    rmSync(join(folder(), part!));
    symlinkSync('/dev/full', join(folder(), part!));
    server.manner = {};
    await expect(pull()).rejects.toThrow(/There is no room left in .*vgg16: 6\.9 MB are needed\. Make room/);
  });
});

const real = process.env['MODELS_DIR'] ?? '';
const describeReal = real ? describe : describe.skip; // needs the weights in MODELS_DIR
describeReal('models pull vgg16, of real weights', () => {
  it('brings them to the studio, as the shipped description pins them', async () => {
    const path = 'vgg16/vgg16_conv1_1-conv3_3.safetensors';
    const mirrored = await WeightsServer.start(path, readFileSync(join(real, path)));
    mirrored.manner = { breaksAfter: 2_000_000 };
    const { network, checked } = await pull({ mirror: mirrored.url, sources: VGG16_SOURCES });
    await mirrored.stop();
    expect(checked?.by).toBe('published');
    const shipped = await loadStyleNetwork(join(real, 'vgg16'));
    expect([network.sha256, network.pixels]).toEqual([shipped.sha256, shipped.pixels]);
  });
});
