import { Injectable } from '@nestjs/common';
import type { Style as StyleMessage, StyleCreate } from '@rollcall/contracts';
import { decodeImage, encodeJpeg, ImageRejected, resizeImage } from '@rollcall/vision';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError, notFound } from '../../platform/domain-error.js';
import { BlobStore } from '../../platform/storage/blob-store.js';
import { refusalOfImage } from '../../vision/image-refusal.js';
import { Style } from './style.entity.js';
import { StyleCatalog } from './style-catalog.js';

/** More pixels than a portrait has teach nothing about a manner of painting. */
const LONGEST_SIDE = 1024;
const SHORTEST_SIDE = 128;
const MOST_UPLOADS = 200;
const QUALITY = 92;
const DAY_MS = 86_400_000;

@Injectable()
export class StylesService {
  constructor(
    private readonly source: DataSource,
    private readonly catalog: StyleCatalog,
    private readonly blobs: BlobStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(): Promise<StyleMessage[]> {
    return this.catalog.all();
  }

  async picture(id: string): Promise<Buffer> {
    const picture = await (await this.catalog.find(id)).picture();
    if (!picture) throw notFound('picture');
    return picture;
  }

  /** The picture is kept without its metadata, no larger than is of use. */
  async upload(actor: string, { name }: StyleCreate, image: Uint8Array): Promise<StyleMessage> {
    if ((await this.source.manager.count(Style)) >= MOST_UPLOADS) throw tooMany();
    const { width, height, bytes } = await prepared(image);
    const pictureId = await this.blobs.put('style', bytes, new Date(this.clock.now().getTime() + DAY_MS));
    const style = { id: uuidv7(), name, pictureId, width, height, createdAt: this.clock.now() };
    await this.source.transaction(async (manager) => {
      await this.blobs.keep(manager, pictureId);
      await manager.insert(Style, style);
      await this.audit.record({ actor, action: 'style.create', subject: `style:${style.id}` }, manager);
    });
    return this.catalog.uploaded(style);
  }

  async remove(actor: string, id: string): Promise<void> {
    if ((await this.catalog.find(id)).kind !== 'uploaded') throw builtIn();
    await this.source.transaction(async (manager) => {
      const style = await manager.findOneBy(Style, { id });
      if (!style) throw notFound('style');
      await refuseWhileUsed(() => manager.query(UNFINISHED_WITH, [id, JSON.stringify([{ styleId: id }])]));
      await manager.delete(Style, { id });
      await this.blobs.expire(manager, [style.pictureId]);
      await this.audit.record({ actor, action: 'style.delete', subject: `style:${id}` }, manager);
    });
    await this.blobs.sweep();
  }
}

const UNFINISHED_WITH = `
  SELECT 1 FROM badges b JOIN jobs j ON j.id = b.job_id
  WHERE j.state IN ('waiting', 'active') AND (b.style_id = $1 OR b.blend @> $2::jsonb) LIMIT 1`;

async function refuseWhileUsed(uses: () => Promise<object[]>): Promise<void> {
  if ((await uses()).length === 0) return;
  const detail = 'A portrait is being painted in this style. Wait for it, or cancel it first.';
  throw new DomainError('conflict', 'STYLE_IN_USE', detail);
}

async function prepared(image: Uint8Array) {
  const decoded = await decodeImage(image).catch((error: unknown) => {
    throw error instanceof ImageRejected ? refusalOfImage(error) : error;
  });
  const [width, height] = [decoded.width, decoded.height];
  if (Math.min(width, height) < SHORTEST_SIDE) {
    const detail = `The picture has ${width} x ${height} pixels. Send one with at least ${SHORTEST_SIDE} on each side.`;
    throw new DomainError('rule', 'IMAGE_TOO_SMALL', detail);
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  return { ...size, bytes: await encodeJpeg(await resizeImage(decoded, size.width, size.height), QUALITY) };
}

const builtIn = () =>
  new DomainError('conflict', 'STYLE_BUILT_IN', 'This style comes with Rollcall and stays.');

const tooMany = () =>
  new DomainError(
    'conflict',
    'TOO_MANY_STYLES',
    `There are ${MOST_UPLOADS} styles of your own. Delete one first.`,
  );
