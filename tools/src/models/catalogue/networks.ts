import type { NetworkRole } from '@rollcall/vision';

/** A published network: how it is recognised and how it is fed. */
export interface KnownNetwork {
  readonly role: NetworkRole;
  /** Of a manifest, without its file. */
  readonly stage: { readonly kind: string } & Readonly<Record<string, unknown>>;
  readonly sha256: string;
  readonly licence: Licence;
}

/** Under which terms somebody publishes a network. */
export interface Licence {
  /** One line. */
  readonly name: string;
  readonly commercialUse: boolean;
}

export const INSIGHTFACE: Licence = {
  name: 'InsightFace models: non-commercial research only',
  commercialUse: false,
};
const APACHE: Licence = { name: 'Apache-2.0', commercialUse: true };
const MIT: Licence = { name: 'MIT', commercialUse: true };

const scrfd = (sha256: string): KnownNetwork => ({
  role: 'detector',
  stage: { kind: 'scrfd', mean: 127.5, std: 128 },
  sha256,
  licence: INSIGHTFACE,
});
/** ArcFace as InsightFace exports it: pixels are scaled outside. */
const arcface = (sha256: string, licence = INSIGHTFACE): KnownNetwork => ({
  role: 'recognizer',
  stage: { kind: 'arcface', dimension: 512, mean: 127.5, std: 127.5 },
  sha256,
  licence,
});
/** InsightFace's attribute networks begin by scaling the pixels themselves. */
const attribute = (kind: string, sha256: string): KnownNetwork => ({
  role: 'attributes',
  stage: { kind, mean: 0, std: 1 },
  sha256,
  licence: INSIGHTFACE,
});
const minifasnet = (cropScale: number, sha256: string): KnownNetwork => ({
  role: 'liveness',
  stage: { kind: 'minifasnet', cropScale, inputSize: 80 },
  sha256,
  licence: APACHE,
});

/** The networks of the packs in the catalogue. Sums of InsightFace's come from several projects that pin them. */
export const NETWORKS = {
  /** Also published as `scrfd_10g_bnkps.onnx`: the same bytes. */
  scrfd10g: scrfd('5838f7fe053675b1c7a08b633df49e7af5495cee0493c7dcf6697200b85b5b91'),
  scrfd2g: scrfd('041f73f47371333d1d17a6fee6c8ab4e6aecabefe398ff32cca4e2d5eaee0af9'),
  scrfd500m: scrfd('5e4447f50245bbd7966bd6c0fa52938c61474a04ec7def48753668a9d8b4ea3a'),
  arcfaceR50: arcface('4c06341c33c2ca1f86781dab0e829f88ad5b64be9fba56e56bc9ebdefc619e43'),
  arcfaceMbf: arcface('9cc6e4a75f0e2bf0b1aed94578f144d15175f357bdc05e815e5c4a02b319eb4f'),
  glint360kR100: arcface('4ab1d6435d639628a6f3e5008dd4f929edf4c4124b1a7169e1048f9fef534cdf'),
  auraface: arcface('a7933ea5330113b01c9b60351d8f4c33003f145d8470ac5f0e52ee2effe25c60', APACHE),
  landmarks3d68: attribute(
    'landmarks-3d-68',
    'df5c06b8a0c12e422b2ed8947b8869faa4105387f199c477af038aa01f9a45cc',
  ),
  landmarks106: attribute(
    'landmarks-106',
    'f001b856447c413801ef5c42091ed0cd516fcd21f2d6b79635b1e733a7109dbf',
  ),
  genderAge: attribute('gender-age', '4fde69b1c810857b88c64a335084f1c3fe8f01246c9a191b48c7bb756d6652fb'),
  yunet: {
    role: 'detector',
    stage: { kind: 'yunet' },
    sha256: '8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4',
    licence: MIT,
  },
  /** Takes RGB levels as they are (OpenCV's `FaceRecognizerSF::feature`). */
  sface: {
    role: 'recognizer',
    stage: { kind: 'arcface', dimension: 128, mean: 0, std: 1 },
    sha256: '0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79',
    licence: APACHE,
  },
  minifasnetV2: minifasnet(2.7, 'b32929adc2d9c34b9486f8c4c7bc97c1b69bc0ea9befefc380e4faae4e463907'),
  minifasnetV1se: minifasnet(4, 'ebab7f90c7833fbccd46d3a555410e78d969db5438e169b6524be444862b3676'),
  // What follows is nowhere published: who has it can import it.
  otherScrfd2g: scrfd('df069ae302cdae766b095afc6fb48bb2a4f64186a653b1150600fcb7dc9bc928'),
  otherArcfaceMbf: {
    role: 'recognizer',
    stage: { kind: 'arcface', dimension: 128, normalizationInGraph: true },
    sha256: 'f7550336add18ba176e60d9cce63a47b3435916e1113713981046198c70a740c',
    licence: INSIGHTFACE,
  },
  otherMinifasnetV2: minifasnet(2.7, 'cf999767a77bd67978319bc1ce329d9dfef4c92cc2b0db5974043baa1a625e5f'),
  otherMinifasnetV1se: minifasnet(4, '284adc60608f1e06a19778c8d5ac3aab90a633f608d1140fb1e0594e91691ba1'),
} satisfies Record<string, KnownNetwork>;

/** The network that has this sum. */
export const networkOf = (sha256: string): KnownNetwork | undefined =>
  Object.values<KnownNetwork>(NETWORKS).find((network) => network.sha256 === sha256);
