import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { inferDirection, inferDirections } from '@rollcall/attendance';
import type { Direction } from '@rollcall/contracts';
import { Between, In, LessThan, MoreThan, type EntityManager, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { localTime } from '../platform/clock/local-time.js';
import { Punch } from './punch.entity.js';

/** Someone at a kiosk at a moment: what may become a punch. */
export interface Presence {
  readonly personId: string;
  readonly site: { readonly id: string; readonly timeZone: string };
  readonly at: Date;
  /** What the kiosk is for; null where it serves both ways. */
  readonly direction: Direction | null;
}

/** Punches of one person are written one after another: the caller's transaction holds the person's row. */
@Injectable()
export class AttendanceService {
  constructor(@InjectRepository(Punch) private readonly punches: Repository<Punch>) {}

  /**
   * The punch that this presence repeats: same person, same direction, within the window before or after, by captured
   * time. At a kiosk for both ways any punch in the window is repeated: nobody comes and leaves within seconds.
   */
  findRepeated(manager: EntityManager, presence: Presence, windowSeconds: number): Promise<Punch | null> {
    const { personId, at, direction } = presence;
    const from = new Date(at.getTime() - windowSeconds * 1000);
    const to = new Date(at.getTime() + windowSeconds * 1000);
    return manager.findOne(Punch, {
      where: { personId, at: Between(from, to), ...(direction && { direction }) },
      order: { at: 'ASC' },
    });
  }

  async punch(manager: EntityManager, checkInId: string, presence: Presence): Promise<Punch> {
    const { personId, site, at } = presence;
    const previous = await manager.findOne(Punch, {
      where: { personId, at: LessThan(at) },
      order: { at: 'DESC' },
    });
    const local = localTime(at, site.timeZone);
    const punch = manager.create(Punch, {
      id: uuidv7(),
      checkInId,
      personId,
      siteId: site.id,
      at,
      timeZone: site.timeZone,
      localDate: local.slice(0, 10),
      localTime: local,
      direction: presence.direction ?? inferDirection(previous && instantOf(previous), at.getTime()),
      directionFixed: presence.direction !== null,
    });
    await manager.insert(Punch, punch);
    await this.inferAgain(manager, punch);
    return punch;
  }

  /** Directions by check-in, as they are understood now. */
  async directions(checkInIds: readonly string[]): Promise<Map<string, Direction>> {
    const found = await this.punches.find({
      where: { checkInId: In([...checkInIds]) },
      select: { checkInId: true, direction: true },
    });
    return new Map(found.map((punch) => [punch.checkInId, punch.direction]));
  }

  async countOn(localDate: string): Promise<{ present: number; punches: number }> {
    const row = await this.punches
      .createQueryBuilder('p')
      .select('count(*)::int', 'punches')
      .addSelect('count(DISTINCT p.person_id)::int', 'present')
      .where('p.local_date = :localDate', { localDate })
      .getRawOne<{ present: number; punches: number }>();
    return row ?? { present: 0, punches: 0 };
  }

  /** A punch that arrived late changes which way the inferred ones after it go. */
  private async inferAgain(manager: EntityManager, punch: Punch): Promise<void> {
    const later = await manager.find(Punch, {
      where: { personId: punch.personId, at: MoreThan(punch.at) },
      order: { at: 'ASC' },
    });
    const sequence = later.map((each) => ({ ...instantOf(each), fixed: each.directionFixed }));
    const directions = inferDirections(instantOf(punch), sequence);
    for (const [i, each] of later.entries()) {
      if (each.direction === directions[i]) continue;
      await manager.update(Punch, { id: each.id }, { direction: directions[i] });
    }
  }
}

const instantOf = (punch: Punch) => ({ at: punch.at.getTime(), direction: punch.direction });
