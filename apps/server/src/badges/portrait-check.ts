import { Injectable } from '@nestjs/common';
import type { PortraitLikeness } from '@rollcall/contracts';
import { APPEARANCE_LENGTH, portraitCopies, type ChosenFaces } from '@rollcall/vision';
import type { EntityManager } from 'typeorm';
import { PhotoLikeness } from '../gallery/likeness.js';
import { PortraitMarks, type Marked } from '../gallery/portrait-marks.js';
import { RecognitionSettingsService } from '../gallery/recognition-settings.service.js';
import { FaceEngine } from '../vision/face-engine.js';
import type { Badge } from './badge.entity.js';

/** What is said of a finished portrait, and by what it is known again. */
export interface Checked {
  readonly likeness: PortraitLikeness;
  /** Null where no face is found on it: then nobody can be known by it either. */
  readonly appearances: Pick<Marked, 'portraits' | 'photo'> | null;
}

/** The largest face of a picture. */
interface Seen {
  readonly appearance: Float32Array;
  readonly embedding: Float32Array | null;
  readonly modelId: string;
}

/** Looks at a portrait as a kiosk would. */
@Injectable()
export class PortraitCheck {
  constructor(
    private readonly engine: FaceEngine,
    private readonly likeness: PhotoLikeness,
    private readonly settings: RecognitionSettingsService,
    private readonly marks: PortraitMarks,
  ) {}

  async of(personId: string, portrait: Uint8Array, photo: Uint8Array): Promise<Checked> {
    const { threshold } = await this.settings.current();
    const [framed, ...copies] = await portraitCopies(portrait);
    const shown = await this.seen([portrait, framed!], 'largest');
    if (shown.length === 0) {
      const likeness = { faceFound: false, similarity: null, threshold, recognisable: false };
      return { likeness, appearances: null };
    }
    const similarity = await this.similarity(personId, shown);
    const looks = [...shown, ...(await this.seen(copies, 'none'))].map(({ appearance }) => appearance);
    const [original] = await this.seen([photo], 'none');
    return {
      likeness: {
        faceFound: true,
        similarity,
        threshold,
        recognisable: similarity === null || similarity >= threshold,
      },
      appearances: {
        portraits: looks,
        photo: original?.appearance ?? new Float32Array(APPEARANCE_LENGTH),
      },
    };
  }

  /** As people see it, on a card: where a face fills the picture, its landmarks are found only with something around. */
  private async similarity(personId: string, shown: readonly Seen[]): Promise<number | null> {
    const found = await inOrder(shown, ({ embedding, modelId }) =>
      this.likeness.to(personId, { embedding: embedding!, modelId }),
    );
    const known = found.filter((each) => each !== null);
    return known.length === 0 ? null : Math.max(...known);
  }

  /** The largest face of each picture that has one. */
  private async seen(pictures: readonly Uint8Array[], embed: ChosenFaces): Promise<Seen[]> {
    const readings = await inOrder(pictures, (picture) => this.engine.read(picture, { embed }));
    return readings.flatMap(({ faces: [face], modelId }) =>
      face ? [{ appearance: face.appearance, embedding: face.embedding, modelId }] : [],
    );
  }

  /** From now on it is refused as a face, wherever it is shown. */
  async remember(manager: EntityManager, { id, personId }: Badge, { appearances }: Checked): Promise<void> {
    if (appearances) await this.marks.keep(manager, { personId, badgeId: id, ...appearances });
  }
}

/** One after another: check-ins have turns between. */
async function inOrder<From, To>(items: readonly From[], of: (item: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  for (const item of items) done.push(await of(item));
  return done;
}
