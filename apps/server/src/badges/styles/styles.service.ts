import { Injectable } from '@nestjs/common';
import {
  FINEST_BRUSH,
  MIN_PORTRAIT_SIDE,
  type Page,
  type PageQuery,
  type Style as StyleMessage,
  type StyleCreate,
} from '@rollcall/contracts';
import { decodeImage, encodeJpeg, ImageRejected, LEAST_SIDE, resizeImage } from '@rollcall/vision';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError, notFound } from '../../platform/domain-error.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { BlobStore } from '../../platform/storage/blob-store.js';
import { refusalOfImage } from '../../vision/image-refusal.js';
import { Badge } from '../badge.entity.js';
import { isOneColour } from '../one-colour.js';
import { Style } from './style.entity.js';
import { StyleCatalog } from './style-catalog.js';

/** More pixels than a portrait has teach nothing about a manner of painting. */
const LONGEST_SIDE = 1024;
const SHORTEST_SIDE = 128;
/** What the smallest portrait with the finest brush makes of the longer side. */
const FINEST_SIDE = MIN_PORTRAIT_SIDE * FINEST_BRUSH;
const MOST_UPLOADS = 200;
const QUALITY = 92;
const DAY_MS = 86_400_000;
/** One at a time adds a style, else two at once would each find the name free. */
const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('styles', 0))";

@Injectable()
export class StylesService {
  constructor(
    private readonly catalog: StyleCatalog,
    private readonly blobs: BlobStore,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(query: PageQuery): Promise<Page<StyleMessage>> {
    return this.catalog.list(query);
  }

  async picture(id: string): Promise<Buffer> {
    const picture = await (await this.catalog.find(id)).picture();
    if (!picture) throw notFound('picture');
    return picture;
  }

  /** The picture is kept without its metadata, no larger than is of use. */
  async upload(actor: string, { name }: StyleCreate, image: Uint8Array): Promise<StyleMessage> {
    if ((await this.catalog.countOfUploads()) >= MOST_UPLOADS) throw tooMany();
    const { width, height, bytes } = await prepared(image);
    const pictureId = await this.blobs.put('style', bytes, new Date(this.clock.now().getTime() + DAY_MS));
    const style = { id: uuidv7(), name, pictureId, width, height, createdAt: this.clock.now() };
    await this.catalog.transaction(async (manager) => {
      await manager.query(LOCK);
      if (await this.catalog.hasName(name, manager)) throw nameTaken();
      await this.blobs.keep(manager, pictureId);
      await manager.insert(Style, style);
      await this.audit.record({ actor, action: 'style.create', subject: `style:${style.id}` }, manager);
    });
    return this.catalog.uploaded(style);
  }

  async remove(actor: string, id: string): Promise<void> {
    if ((await this.catalog.find(id)).kind !== 'uploaded') throw builtIn();
    await this.catalog.transaction(async (manager) => {
      const style = await manager.findOneBy(Style, { id });
      if (!style) throw notFound('style');
      if (await this.isUsed(manager, id)) throw inUse();
      await manager.delete(Style, { id });
      await this.blobs.expire(manager, [style.pictureId]);
      await this.audit.record({ actor, action: 'style.delete', subject: `style:${id}` }, manager);
    });
    await this.blobs.sweep();
  }

  private async isUsed(manager: EntityManager, id: string): Promise<boolean> {
    const unfinished = await this.jobs.unfinishedOf(manager, 'badges.render');
    const badges = await manager.findBy(Badge, { jobId: In(unfinished.map((job) => job.id)) });
    return badges.some(({ styleId, blend }) => [styleId, ...blend.map((part) => part.styleId)].includes(id));
  }
}

async function prepared(image: Uint8Array) {
  const decoded = await decodeImage(image).catch((error: unknown) => {
    throw error instanceof ImageRejected ? refusalOfImage(error) : error;
  });
  const [width, height] = [decoded.width, decoded.height];
  // What is transparent all over was decoded on white.
  if (isOneColour(decoded.data, 3)) throw blank();
  if (Math.min(width, height) < SHORTEST_SIDE) {
    const detail = `The picture has ${width} x ${height} pixels. Send one with at least ${SHORTEST_SIDE} on each side.`;
    throw new DomainError('rule', 'IMAGE_TOO_SMALL', detail);
  }
  const [longer, shorter] = [Math.max(width, height), Math.min(width, height)];
  if (Math.round((FINEST_SIDE * shorter) / longer) < LEAST_SIDE) throw tooElongated(width, height);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  return { ...size, bytes: await encodeJpeg(await resizeImage(decoded, size.width, size.height), QUALITY) };
}

const blank = () =>
  new DomainError(
    'rule',
    'STYLE_BLANK',
    'The picture shows nothing: it is of one colour, or transparent. Send another one.',
  );

const nameTaken = () =>
  new DomainError(
    'conflict',
    'STYLE_NAME_TAKEN',
    'Another style has this name already. Choose another name.',
  );

const tooElongated = (width: number, height: number) =>
  new DomainError(
    'rule',
    'STYLE_TOO_ELONGATED',
    `The picture has ${width} x ${height} pixels. Crop it: one side may be at most twice as long as the other.`,
  );

const inUse = () =>
  new DomainError(
    'conflict',
    'STYLE_IN_USE',
    'A portrait is being painted in this style. Wait for it, or cancel it first.',
  );

const builtIn = () =>
  new DomainError('conflict', 'STYLE_BUILT_IN', 'This style comes with Rollcall and stays.');

const tooMany = () =>
  new DomainError(
    'conflict',
    'TOO_MANY_STYLES',
    `There are ${MOST_UPLOADS} styles of your own. Delete one first.`,
  );
