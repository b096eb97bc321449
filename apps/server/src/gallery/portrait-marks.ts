import { createCipheriv } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { APPEARANCE_LENGTH, appearanceVariants } from '@rollcall/vision';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../platform/clock/clock.js';
import { Keyring } from '../platform/storage/keyring.js';
import { MARK_BITS, PortraitMark } from './portrait-mark.entity.js';

/** Bits in which a copy of a portrait may differ from what is kept; see decision 11 for what was measured. */
const NEAR = 14;
/** As far as this, where the photo that was painted is still farther by as much as `CLEAR`. */
const FAR = 24;
const CLEAR = 12;
/** The picture itself, saved again: whoever it is taken for, nobody's face. */
const ITSELF = 8;
/** A copy in which so few bits differ from one that is kept says nothing new. */
const SAME = 10;

// Materialized: else the text is made bits again for every row that it is compared with.
const RESEMBLED = `
  WITH seen AS MATERIALIZED (SELECT unnest($1::text[])::bit(${MARK_BITS}) AS mark)
  SELECT m.person_id AS "personId", bool_or(d.apart <= ${ITSELF}) AS itself
  FROM portrait_marks m, seen,
    LATERAL (SELECT bit_count(m.mark # seen.mark) AS apart, bit_count(m.photo # seen.mark) AS photo) d
  WHERE d.apart <= ${FAR} AND d.apart < d.photo AND (d.apart <= ${NEAR} OR d.apart + ${CLEAR} <= d.photo)
  GROUP BY m.person_id`;

/** Somebody whose portrait a picture resembles. */
export interface Resembled {
  readonly personId: string;
  /** It is the portrait, saved again at most. */
  readonly itself: boolean;
}

/**
 * Whether a picture that would be taken for one of these people is a portrait. Somebody else's portrait counts only
 * where it is that very picture: among thousands of portraits there is always one that a photo resembles a little.
 */
export const isPortraitOf = (people: readonly string[], resembled: readonly Resembled[]): boolean =>
  resembled.some(({ personId, itself }) => itself || people.includes(personId));

/** A portrait that is to be known again, and the photo that must not be taken for it. */
export interface Marked {
  readonly personId: string;
  readonly badgeId: string;
  /** Of the portrait, and of copies of it as people may make them. */
  readonly portraits: readonly Float32Array[];
  readonly photo: Float32Array;
}

/**
 * The portraits that Rollcall painted, so that none of them passes for a face. Of each it keeps on which side of 512
 * secret planes its appearance lies: copies lie on the same side of nearly all of them, and without the key the bits say
 * nothing of a face (random projections: Charikar, "Similarity estimation techniques from rounding algorithms", 2002).
 */
@Injectable()
export class PortraitMarks {
  private readonly planes: Int8Array;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    keyring: Keyring,
  ) {
    this.planes = secretPlanes(keyring.derive('portrait-marks'));
  }

  /** Whose portraits these resemble more than the photos that were painted. */
  async resembled(appearances: readonly Float32Array[]): Promise<Resembled[]> {
    if (appearances.length === 0) return [];
    return this.source.query<Resembled[]>(RESEMBLED, [appearances.map((each) => this.markOf(each))]);
  }

  /** What a badge showed before stays known: it may have been printed, or saved. */
  async keep(manager: EntityManager, { personId, badgeId, portraits, photo }: Marked): Promise<void> {
    const ofPhoto = appearanceVariants(photo).map((variant) => this.markOf(variant));
    const createdAt = this.clock.now();
    const known = (await manager.findBy(PortraitMark, { badgeId })).map(({ mark }) => mark);
    const marks: Omit<PortraitMark, 'person'>[] = [];
    for (const portrait of portraits) {
      for (const [i, variant] of appearanceVariants(portrait).entries()) {
        const mark = this.markOf(variant);
        if (known.some((other) => differing(mark, other) <= SAME)) continue;
        known.push(mark);
        marks.push({ id: uuidv7(), personId, badgeId, mark, photo: ofPhoto[i]!, createdAt });
      }
    }
    if (marks.length > 0) await manager.insert(PortraitMark, marks);
  }

  /** Of a person who is being erased or has withdrawn consent. */
  async forget(manager: EntityManager, personId: string): Promise<void> {
    await manager.delete(PortraitMark, { personId });
  }

  private markOf(appearance: Float32Array): string {
    let mark = '';
    for (let bit = 0; bit < MARK_BITS; bit++) {
      let sum = 0;
      const from = bit * APPEARANCE_LENGTH;
      for (let i = 0; i < APPEARANCE_LENGTH; i++) sum += this.planes[from + i]! * appearance[i]!;
      mark += sum > 0 ? '1' : '0';
    }
    return mark;
  }
}

/** Directions that only the key tells: bytes of AES-256 in counter mode, as numbers around zero. */
function secretPlanes(key: Buffer): Int8Array {
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  return new Int8Array(stream.update(Buffer.alloc(MARK_BITS * APPEARANCE_LENGTH)));
}

function differing(one: string, other: string): number {
  let count = 0;
  for (let i = 0; i < MARK_BITS; i++) if (one[i] !== other[i]) count++;
  return count;
}
