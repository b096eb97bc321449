import { asFile, type CataloguedPack, type Download } from './catalogued-pack.js';
import { INSIGHTFACE_PACKS, INSIGHTFACE_TEXT } from './insightface.js';
import { INSIGHTFACE, NETWORKS } from './networks.js';

const ZOO = 'https://github.com/opencv/opencv_zoo/blob/main/models';
const YUNET_TEXT = `${ZOO}/face_detection_yunet/LICENSE`;
const MINIFASNET_TEXT = 'https://github.com/minivision-ai/Silent-Face-Anti-Spoofing/blob/master/LICENSE';

/** A commit names files that do not change; the branch is asked where a host has forgotten it. */
const OPENCV_ZOO = ['f12e12798e8314f7c074a6656816c048dcc95b7a', 'main'];
const opencvZoo = (folder: string, file: string) =>
  OPENCV_ZOO.map((revision) => ({
    host: 'https://media.githubusercontent.com/media',
    path: `opencv/opencv_zoo/${revision}/models/${folder}/${file}`,
  }));

const YUNET: Download = {
  file: 'face_detection_yunet_2023mar.onnx',
  sources: opencvZoo('face_detection_yunet', 'face_detection_yunet_2023mar.onnx'),
  sha256: NETWORKS.yunet.sha256,
  bytes: 232_589,
};
const SFACE: Download = {
  file: 'face_recognition_sface_2021dec.onnx',
  sources: opencvZoo('face_recognition_sface', 'face_recognition_sface_2021dec.onnx'),
  sha256: NETWORKS.sface.sha256,
  bytes: 38_696_353,
};
/** Of that repository this file alone is Apache-2.0: the others are InsightFace's. */
const AURAFACE: Download = {
  file: 'glintr100.onnx',
  sources: ['686774cad65e40933022896195e07e01ee06bee9', 'main'].map((revision) => ({
    host: 'https://huggingface.co',
    path: `fal/AuraFace-v1/resolve/${revision}/glintr100.onnx`,
  })),
  sha256: NETWORKS.auraface.sha256,
  bytes: 260_694_151,
};
const minifasnet = (file: string, sha256: string, bytes: number): Download => ({
  file,
  sources: [
    { host: 'https://github.com', path: `yakhyo/face-anti-spoofing/releases/download/weights/${file}` },
  ],
  sha256,
  bytes,
});

/** Nobody publishes these; a mirror may have them. */
const ARCFACE_MBF = [
  { file: 'scrfd_2.5g_kps.onnx', network: NETWORKS.otherScrfd2g, bytes: 3_288_865 },
  { file: 'arcface_mbf.onnx', network: NETWORKS.otherArcfaceMbf, bytes: 3_998_037 },
  { file: 'minifasnet_v2.onnx', network: NETWORKS.otherMinifasnetV2, bytes: 1_741_421 },
  { file: 'minifasnet_v1se.onnx', network: NETWORKS.otherMinifasnetV1se, bytes: 1_740_006 },
];

/** Packs that are known by name, besides `open`, which comes with the installation. */
export const CATALOGUE: readonly CataloguedPack[] = [
  {
    name: 'auraface',
    title: 'YuNet + AuraFace (ArcFace R100), 512-d',
    licence: 'YuNet: MIT. AuraFace: Apache-2.0',
    licenceAt: [YUNET_TEXT, 'https://huggingface.co/fal/AuraFace-v1'],
    commercialUse: true,
    files: [asFile(YUNET.file, NETWORKS.yunet), asFile(AURAFACE.file, NETWORKS.auraface)],
    downloads: [YUNET, AURAFACE],
  },
  {
    name: 'opencv',
    title: 'YuNet + SFace, 128-d',
    licence: 'YuNet: MIT. SFace: Apache-2.0',
    licenceAt: [YUNET_TEXT, `${ZOO}/face_recognition_sface/LICENSE`],
    commercialUse: true,
    files: [asFile(YUNET.file, NETWORKS.yunet), asFile(SFACE.file, NETWORKS.sface)],
    downloads: [YUNET, SFACE],
  },
  ...INSIGHTFACE_PACKS,
  {
    name: 'arcface-mbf',
    title: 'SCRFD 2.5G + MobileFaceNet (ArcFace, MS1M), 128-d, with liveness',
    licence: `${INSIGHTFACE.name}. MiniFASNet: Apache-2.0`,
    licenceAt: [INSIGHTFACE_TEXT, MINIFASNET_TEXT],
    commercialUse: false,
    files: ARCFACE_MBF.map(({ file, network }) => asFile(file, network)),
    downloads: ARCFACE_MBF.map(({ file, network, bytes }) => ({
      file,
      sources: [{ host: null, path: `arcface-mbf/${file}` }],
      sha256: network.sha256,
      bytes,
    })),
  },
  {
    name: 'minifasnet',
    title: 'MiniFASNet V2 and V1SE (Silent-Face-Anti-Spoofing): liveness for any pack',
    licence: 'Apache-2.0',
    licenceAt: [MINIFASNET_TEXT],
    commercialUse: true,
    addOn: true,
    files: [
      asFile('MiniFASNetV2.onnx', NETWORKS.minifasnetV2),
      asFile('MiniFASNetV1SE.onnx', NETWORKS.minifasnetV1se),
    ],
    downloads: [
      minifasnet('MiniFASNetV2.onnx', NETWORKS.minifasnetV2.sha256, 1_743_581),
      minifasnet('MiniFASNetV1SE.onnx', NETWORKS.minifasnetV1se.sha256, 1_742_335),
    ],
  },
];
