import { Injectable } from '@nestjs/common';
import type { BadgeCreate, PortraitRecipe } from '@rollcall/contracts';
import type { EntityManager } from 'typeorm';
import { FaceAlbum } from '../enrollment/face-album.js';
import type { Face } from '../enrollment/face.entity.js';
import { PortraitMarks } from '../gallery/portrait-marks.js';
import { hasConsent } from '../people/person-message.js';
import type { Person } from '../people/person.entity.js';
import { PeopleService } from '../people/people.service.js';
import { Config } from '../platform/config/config.js';
import { DomainError } from '../platform/domain-error.js';
import { paintingMemoryMb } from './painting-memory.js';
import { StyleCatalog, type KnownStyle } from './styles/style-catalog.js';

/** Whether a portrait may be painted at all, and of what. */
@Injectable()
export class PortraitWishes {
  constructor(
    private readonly people: PeopleService,
    private readonly album: FaceAlbum,
    private readonly styles: StyleCatalog,
    private readonly marks: PortraitMarks,
    private readonly config: Config,
  ) {}

  /** The photo that is painted and the style. @throws DomainError with what is missing */
  async examine(wish: BadgeCreate): Promise<{ face: Face; style: KnownStyle }> {
    const person = await this.people.find(wish.personId);
    requireConsent(person);
    const [style, ...others] = await Promise.all(
      [wish.styleId, ...wish.blend.map(({ styleId }) => styleId)].map((id) => this.styles.find(id)),
    );
    requirePainter([style!, ...others], wish.recipe);
    if (style!.preset === null) requireMemory(wish, this.config.studioMemoryMb);
    return { face: await this.faceOf(wish), style: style! };
  }

  /** The consent may have been withdrawn meanwhile, or the photo removed. */
  async hold(manager: EntityManager, personId: string, faceId: string): Promise<void> {
    requireConsent(await this.people.lock(manager, personId));
    await this.album.find(personId, faceId, manager);
  }

  /** For what needs no consent; false where the person was erased. */
  async holdIfThere(manager: EntityManager, personId: string): Promise<boolean> {
    return (await this.people.lockIfThere(manager, personId)) !== null;
  }

  forget(manager: EntityManager, personId: string): Promise<void> {
    return this.marks.forget(manager, personId);
  }

  private async faceOf({ personId, faceId }: BadgeCreate): Promise<Face> {
    if (faceId) return this.album.find(personId, faceId);
    const [best] = (await this.album.of(personId)).sort((a, b) => b.quality.score - a.quality.score);
    if (best) return best;
    const detail = 'This person has no photo. Enrol one first; it is what the portrait is painted from.';
    throw new DomainError('conflict', 'PHOTO_REQUIRED', detail);
  }
}

function requireMemory(wish: BadgeCreate, most: number): void {
  const needed = paintingMemoryMb(wish);
  if (needed <= most) return;
  const detail =
    `Painting ${wish.size} x ${wish.size} pixels like that takes about ${needed} MB of memory, and ${most} MB are allowed. ` +
    'Ask for a smaller size, or set STUDIO_MEMORY_MB on servers and workers that have as much.';
  throw new DomainError('conflict', 'STUDIO_MEMORY', detail);
}

function requireConsent(person: Person): void {
  if (hasConsent(person)) return;
  const detail = 'This person has not consented to face recognition, so there is no photo to paint from.';
  throw new DomainError('conflict', 'CONSENT_REQUIRED', detail);
}

function requirePainter(styles: readonly KnownStyle[], recipe: PortraitRecipe): void {
  if (styles.length > 1 && styles.some(({ preset }) => preset !== null)) {
    const detail = 'A preset paints in its own style alone. Leave out blend, or choose another style.';
    throw new DomainError('rule', 'STYLE_NOT_BLENDABLE', detail);
  }
  if (styles.some(({ usable }) => !usable)) {
    const detail =
      'The weights that this style is painted with are not installed. Run `npm run rollcall -- models pull vgg16`, ' +
      'restart, and ask again; presets need none.';
    throw new DomainError('conflict', 'STYLE_WEIGHTS_MISSING', detail);
  }
  if (styles.every(({ preset, recipes }) => preset !== null || recipes.includes(recipe))) return;
  const detail =
    `The weights that are installed lack layers of the recipe ${recipe}. Choose another recipe, or run ` +
    '`npm run rollcall -- models pull vgg16`, restart, and ask again.';
  throw new DomainError('conflict', 'STYLE_LAYERS_MISSING', detail);
}
