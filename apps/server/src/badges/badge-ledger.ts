import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { BadgeQuery, Page } from '@rollcall/contracts';
import { In, type EntityManager, type Repository } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { notFound } from '../platform/domain-error.js';
import { pageByIdDescending } from '../platform/http/paging.js';
import { BlobStore } from '../platform/storage/blob-store.js';
import { Badge } from './badge.entity.js';

const DAY_MS = 86_400_000;

/** The badges' rows and the pictures that belong to them. */
@Injectable()
export class BadgeLedger {
  constructor(
    @InjectRepository(Badge) private readonly badges: Repository<Badge>,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
  ) {}

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.badges.manager.transaction(work);
  }

  async find(id: string, manager = this.badges.manager): Promise<Badge> {
    const badge = await manager.findOneBy(Badge, { id });
    if (!badge) throw notFound('badge');
    return badge;
  }

  /** In the order in which they were asked for. */
  async findAll(ids: readonly string[]): Promise<Badge[]> {
    const found = new Map((await this.badges.findBy({ id: In([...ids]) })).map((badge) => [badge.id, badge]));
    return ids.map((id) => {
      const badge = found.get(id);
      if (!badge) throw notFound('badge');
      return badge;
    });
  }

  list(query: BadgeQuery): Promise<Page<Badge>> {
    const rows = this.badges.createQueryBuilder('b');
    if (query.personId) rows.where('b.person_id = :personId', query);
    return pageByIdDescending(rows, query, (badge) => badge);
  }

  of(personId: string, manager: EntityManager): Promise<Badge[]> {
    return manager.findBy(Badge, { personId });
  }

  /**
   * Another picture takes the place of the one that was shown while it grows.
   *
   * @throws DomainError BADGE_NOT_FOUND where the badge went meanwhile
   */
  async show(badge: Badge, picture: Uint8Array, progress: Pick<Badge, 'step' | 'losses'>): Promise<void> {
    const before = badge.previewId;
    const previewId = await this.store(picture);
    const { affected } = await this.badges.update({ id: badge.id }, { previewId, ...progress });
    if (affected === 0) {
      await this.blobs.remove([previewId]);
      throw notFound('badge');
    }
    Object.assign(badge, { previewId, ...progress });
    if (before) await this.blobs.remove([before]);
  }

  /** Nothing is left to go on from: what was told of the picture that went is not the next one's. */
  async beginAgain(badge: Badge): Promise<void> {
    const nothing = { step: 0, losses: [] };
    await this.badges.update({ id: badge.id }, nothing);
    Object.assign(badge, nothing);
  }

  /** Seals a picture away for a day, in case that nothing comes of it. */
  store(picture: Uint8Array): Promise<string> {
    return this.blobs.put('portrait', picture, new Date(this.clock.now().getTime() + DAY_MS));
  }

  /** Nothing came of a stored picture. */
  discard(pictureId: string): Promise<void> {
    return this.blobs.remove([pictureId]);
  }

  /**
   * This stored picture is the badge's portrait; what it shows now becomes due.
   *
   * @throws DomainError BADGE_NOT_FOUND where the badge went meanwhile
   */
  async hangUp(
    manager: EntityManager,
    badge: Badge,
    portraitId: string,
    rest: Pick<Badge, 'step' | 'losses' | 'complete' | 'likeness' | 'finishedAt'>,
  ): Promise<Badge> {
    const replaced = [badge.previewId, badge.portraitId].flatMap((picture) => picture ?? []);
    const done = { portraitId, previewId: null, ...rest };
    const { affected } = await manager.update(Badge, { id: badge.id }, done);
    if (affected === 0) throw notFound('badge');
    await this.blobs.keep(manager, portraitId);
    await this.blobs.expire(manager, replaced);
    return Object.assign(badge, done);
  }

  /** Removes badges; their pictures go once the transaction stands. */
  async remove(manager: EntityManager, badges: readonly Badge[]): Promise<void> {
    // Which pictures the rows say as they go: one that grows may have got another since it was read.
    const [rows] = await manager.query<[{ preview: string | null; portrait: string | null }[], number]>(
      'DELETE FROM badges WHERE id = ANY($1) RETURNING preview_id AS preview, portrait_id AS portrait',
      [badges.map(({ id }) => id)],
    );
    const pictures = rows.flatMap(({ preview, portrait }) => [preview ?? [], portrait ?? []].flat());
    await this.blobs.expire(manager, pictures);
  }

  async picture(id: string | null): Promise<Buffer> {
    const picture = id && (await this.blobs.get(id));
    if (!picture) throw notFound('picture');
    return picture;
  }

  async sweep(): Promise<void> {
    await this.blobs.sweep();
  }
}
