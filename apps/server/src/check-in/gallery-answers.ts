import { Injectable } from '@nestjs/common';
import { FaceGallery } from '../gallery/face-gallery.js';
import { isPortraitOf, PortraitMarks } from '../gallery/portrait-marks.js';
import type { Candidate } from '../gallery/weighing.js';
import type { Probe } from './probe.js';

/** How many people are asked for: as many as a PIN may have to choose between. */
const CLOSEST = 5;

/** What the gallery knows of a moment. */
export interface GalleryAnswer {
  readonly closest: Candidate[];
  /** A frame shows a portrait that was painted here. */
  readonly isPortrait: boolean;
  /** Milliseconds. */
  readonly search: number;
}

/** Asks whom a face resembles, and whether it is one at all. */
@Injectable()
export class GalleryAnswers {
  constructor(
    private readonly gallery: FaceGallery,
    private readonly portraits: PortraitMarks,
  ) {}

  async ask({ embedding, modelId, appearances }: Probe): Promise<GalleryAnswer> {
    const asked = performance.now();
    const [closest, resembled] = await Promise.all([
      embedding && modelId ? this.gallery.closest({ embedding, modelId }, CLOSEST) : [],
      this.portraits.resembled(appearances),
    ]);
    const people = closest.map(({ personId }) => personId);
    const isPortrait = isPortraitOf(people, resembled);
    return { closest, isPortrait, search: performance.now() - asked };
  }
}
