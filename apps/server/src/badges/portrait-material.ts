import { Injectable } from '@nestjs/common';
import { FaceAlbum } from '../enrollment/face-album.js';
import { DomainError } from '../platform/domain-error.js';
import type { Sitting, StyleSource } from '../vision/stylizer.js';
import type { Badge } from './badge.entity.js';
import { BadgeLedger } from './badge-ledger.js';
import { StyleCatalog, type KnownStyle } from './styles/style-catalog.js';

/** What a portrait is painted from, all of it loaded. */
export interface Material {
  readonly sitting: Sitting;
  readonly style: KnownStyle;
  readonly styles: readonly StyleSource[];
  /** What an earlier attempt left. */
  readonly from: { readonly picture: Uint8Array; readonly step: number } | null;
}

/** Loads what a job needs by the ids that it carries. */
@Injectable()
export class PortraitMaterial {
  constructor(
    private readonly album: FaceAlbum,
    private readonly catalog: StyleCatalog,
    private readonly ledger: BadgeLedger,
  ) {}

  async of(badge: Badge): Promise<Material> {
    if (!badge.faceId) throw photoRemoved();
    const face = await this.album.find(badge.personId, badge.faceId);
    const photo = await this.album.picture(face);
    const style = await this.catalog.find(badge.styleId);
    const sitting = { photo, face: { box: face.box, landmarks: face.landmarks }, size: badge.settings.size };
    const others = await Promise.all(badge.blend.map(({ styleId, weight }) => this.source(styleId, weight)));
    return {
      sitting,
      style,
      styles: [await this.source(style.id, 1), ...others],
      from: await this.left(badge),
    };
  }

  private async source(id: string, weight: number): Promise<StyleSource> {
    const picture = await (await this.catalog.find(id)).picture();
    if (picture) return { picture, weight };
    throw new DomainError('rule', 'STYLE_NOT_FOUND', 'The picture of the style is gone. Choose another one.');
  }

  /** A picture past its end date is no loss: painting begins again. */
  private async left({ previewId, portraitId, step }: Badge): Promise<Material['from']> {
    const picture = await this.ledger.picture(previewId ?? portraitId).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'PICTURE_NOT_FOUND') return null;
      throw error;
    });
    return picture && step > 0 ? { picture, step } : null;
  }
}

const photoRemoved = () =>
  new DomainError(
    'rule',
    'PHOTO_REMOVED',
    'The photo that was to be painted was removed. Choose another one.',
  );
