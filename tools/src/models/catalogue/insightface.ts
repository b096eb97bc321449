import { asFile, type CataloguedFile, type CataloguedPack } from './catalogued-pack.js';
import { INSIGHTFACE, NETWORKS } from './networks.js';

const attributes = (sumsKnown: boolean): CataloguedFile[] => [
  asFile('1k3d68.onnx', NETWORKS.landmarks3d68, sumsKnown),
  asFile('2d106det.onnx', NETWORKS.landmarks106, sumsKnown),
  asFile('genderage.onnx', NETWORKS.genderAge, sumsKnown),
];

interface Archive {
  readonly title: string;
  readonly files: readonly CataloguedFile[];
  readonly sha256: string;
  readonly bytes: number;
}

/** Says that models are for non-commercial research, and whom to ask for another licence. */
export const INSIGHTFACE_TEXT = 'https://github.com/deepinsight/insightface#license';
const RELEASES = 'deepinsight/insightface/releases/download';

const insightFace = (name: string, { title, files, sha256, bytes }: Archive): CataloguedPack => ({
  name,
  title,
  licence: INSIGHTFACE.name,
  licenceAt: [INSIGHTFACE_TEXT],
  commercialUse: INSIGHTFACE.commercialUse,
  files,
  downloads: [
    {
      file: `${name}.zip`,
      sources: ['v0.7', 'model-zoo'].map((release) => ({
        host: 'https://github.com',
        path: `${RELEASES}/${release}/${name}.zip`,
      })),
      sha256,
      bytes,
    },
  ],
});

/** The packs of InsightFace's model zoo. */
export const INSIGHTFACE_PACKS: readonly CataloguedPack[] = [
  insightFace('buffalo_l', {
    title: 'SCRFD 10G + ArcFace R50 (WebFace600K), 512-d, with landmarks, age and gender',
    files: [
      asFile('det_10g.onnx', NETWORKS.scrfd10g),
      asFile('w600k_r50.onnx', NETWORKS.arcfaceR50),
      ...attributes(true),
    ],
    sha256: '80ffe37d8a5940d59a7384c201a2a38d4741f2f3c51eef46ebb28218a7b0ca2f',
    bytes: 288_621_354,
  }),
  insightFace('buffalo_m', {
    title: 'SCRFD 2.5G + ArcFace R50 (WebFace600K), 512-d, with landmarks, age and gender',
    files: [
      asFile('det_2.5g.onnx', NETWORKS.scrfd2g),
      asFile('w600k_r50.onnx', NETWORKS.arcfaceR50),
      ...attributes(false),
    ],
    sha256: 'd98264bd8f2dc75cbc2ddce2a14e636e02bb857b3051c234b737bf3b614edca9',
    bytes: 275_951_529,
  }),
  insightFace('buffalo_s', {
    title: 'SCRFD 500M + ArcFace MobileFaceNet (WebFace600K), 512-d, with landmarks, age and gender',
    files: [
      asFile('det_500m.onnx', NETWORKS.scrfd500m),
      asFile('w600k_mbf.onnx', NETWORKS.arcfaceMbf),
      ...attributes(false),
    ],
    sha256: 'd85a87f503f691807cd8bb97128bdf7a0660326cd9cd02657127fa978bab8b5e',
    bytes: 127_607_557,
  }),
  insightFace('buffalo_sc', {
    title: 'SCRFD 500M + ArcFace MobileFaceNet (WebFace600K), 512-d',
    files: [asFile('det_500m.onnx', NETWORKS.scrfd500m), asFile('w600k_mbf.onnx', NETWORKS.arcfaceMbf)],
    sha256: '57d31b56b6ffa911c8a73cfc1707c73cab76efe7f13b675a05223bf42de47c72',
    bytes: 14_969_382,
  }),
  insightFace('antelopev2', {
    title: 'SCRFD 10G + ArcFace R100 (Glint360K), 512-d, with landmarks, age and gender',
    files: [
      asFile('scrfd_10g_bnkps.onnx', NETWORKS.scrfd10g),
      asFile('glintr100.onnx', NETWORKS.glint360kR100),
      ...attributes(true),
    ],
    sha256: '8e182f14fc6e80b3bfa375b33eb6cff7ee05d8ef7633e738d1c89021dcf0c5c5',
    bytes: 360_662_982,
  }),
];
