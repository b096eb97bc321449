import type { PixelConvention } from '@rollcall/vision';
import type { FileSource } from './origins.js';

/** A file with the weights of VGG16 that somebody publishes. */
export interface WeightsSource extends FileSource {
  /** Names files of ours after it. */
  readonly id: string;
  readonly title: string;
  readonly licence: string;
  readonly commercialUse: boolean;
  /** Of the whole file. */
  readonly sha256: string;
  /** What its first kernel was trained on. The network's reader turns it so that it takes RGB levels of 0 to 1. */
  readonly pixels: PixelConvention;
}

/** In the order in which they are looked for. */
export const VGG16_SOURCES: readonly WeightsSource[] = [
  {
    id: 'torchvision',
    title: 'VGG16 of torchvision (ImageNet-1k)',
    licence: 'BSD-3-Clause',
    commercialUse: true,
    host: 'https://huggingface.co',
    // A revision is a commit: what it names does not change.
    path: 'timm/vgg16.tv_in1k/resolve/b8d8aa2dd860af9233c8c67385a8097fd6c35d3f/model.safetensors',
    sha256: '57b026918159a6bf9faf8405c3a551903768e7138989d9c6224a14227203fad8',
    pixels: { channels: 'rgb', range: 1, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] },
  },
  {
    // The same as libs/vision/assets/style/vgg16.json describes.
    id: 'oxford',
    title: 'VGG16 (Oxford, ImageNet), conv1_1 to conv3_3',
    licence: 'Creative Commons Attribution (Oxford VGG release)',
    commercialUse: true,
    host: null,
    path: 'vgg16/vgg16_conv1_1-conv3_3.safetensors',
    sha256: '0271be6ead70327e3dbfd507a15086df327e899495f3a92e95517e76ccaa7385',
    pixels: { channels: 'bgr', range: 255, mean: [103.939, 116.779, 123.68], std: [1, 1, 1] },
  },
];
