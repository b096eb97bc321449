import { Injectable } from '@nestjs/common';
import type { PortraitLikeness } from '@rollcall/contracts';
import { APPEARANCE_LENGTH, portraitCopies } from '@rollcall/vision';
import type { EntityManager } from 'typeorm';
import { PhotoLikeness } from '../gallery/likeness.js';
import { PortraitMarks, type Marked } from '../gallery/portrait-marks.js';
import { RecognitionSettingsService } from '../gallery/recognition-settings.service.js';
import { FaceEngine } from '../vision/face-engine.js';
import type { Badge } from './badge.entity.js';
import { CardViews } from './cards/card-views.js';

/** What is said of a finished portrait, and by what it is known again. */
export interface Checked {
  readonly likeness: PortraitLikeness;
  /** Null where no face is found on it: then nobody can be known by it either. */
  readonly appearances: Pick<Marked, 'portraits' | 'photo'> | null;
}

/** Looks at a portrait as a kiosk would. */
@Injectable()
export class PortraitCheck {
  constructor(
    private readonly engine: FaceEngine,
    private readonly likeness: PhotoLikeness,
    private readonly settings: RecognitionSettingsService,
    private readonly marks: PortraitMarks,
    private readonly cards: CardViews,
  ) {}

  async of(personId: string, portrait: Uint8Array, photo: Uint8Array): Promise<Checked> {
    const { threshold } = await this.settings.current();
    const { faces, modelId } = await this.engine.read(portrait, 'largest');
    const [face] = faces;
    if (!face) {
      const likeness = { faceFound: false, similarity: null, threshold, recognisable: false };
      return { likeness, appearances: null };
    }
    const similarity = await this.likeness.to(personId, { embedding: face.embedding!, modelId });
    const recognisable = similarity === null || similarity >= threshold;
    return {
      likeness: { faceFound: true, similarity, threshold, recognisable },
      appearances: {
        portraits: [face.appearance!, ...(await this.looksOfCopies(portrait))],
        photo: (await this.looksOf(photo)) ?? new Float32Array(APPEARANCE_LENGTH),
      },
    };
  }

  private async looksOfCopies(portrait: Uint8Array): Promise<Float32Array[]> {
    const looks: Float32Array[] = [];
    for (const copy of [...(await portraitCopies(portrait)), ...(await this.cards.of(portrait))]) {
      const appearance = await this.looksOf(copy);
      if (appearance) looks.push(appearance);
    }
    return looks;
  }

  private async looksOf(picture: Uint8Array): Promise<Float32Array | null> {
    const { faces } = await this.engine.read(picture, 'none');
    return faces[0]?.appearance ?? null;
  }

  /** From now on it is refused as a face, wherever it is shown. */
  async remember(manager: EntityManager, { id, personId }: Badge, { appearances }: Checked): Promise<void> {
    if (appearances) await this.marks.keep(manager, { personId, badgeId: id, ...appearances });
  }
}
