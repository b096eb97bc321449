import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { inferDirection, inferDirections, MAX_OPEN_MINUTES } from '@rollcall/attendance';
import type { Direction } from '@rollcall/contracts';
import { In, MoreThanOrEqual, type EntityManager, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { localTime } from '../../platform/clock/local-time.js';
import { StaleDays } from '../days/stale-days.js';
import { Punch } from './punch.entity.js';
import { Timeline, type Presence } from './timeline.js';

/** Punches of one person are written one after another: the caller's transaction holds the person's row. */
@Injectable()
export class PunchesService {
  constructor(
    @InjectRepository(Punch) private readonly punches: Repository<Punch>,
    private readonly stale: StaleDays,
  ) {}

  /** What a new punch at this moment may repeat, follow or change, in one query. */
  async timeline(
    manager: EntityManager,
    presence: Pick<Presence, 'personId' | 'at'>,
    windowSeconds: number,
  ): Promise<Timeline> {
    const reach = Math.max(MAX_OPEN_MINUTES * 60, windowSeconds) * 1000;
    const punches = await manager.find(Punch, {
      where: { personId: presence.personId, at: MoreThanOrEqual(new Date(presence.at.getTime() - reach)) },
      order: { at: 'ASC' },
    });
    return new Timeline(punches);
  }

  async punch(
    manager: EntityManager,
    checkInId: string,
    presence: Presence,
    timeline: Timeline,
  ): Promise<Punch> {
    const { personId, site, at } = presence;
    const previous = timeline.before(at);
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
    await this.stale.ofPerson(manager, personId, punch.localDate, punch.localDate);
    await this.inferAgain(manager, punch, timeline.after(at));
    return punch;
  }

  /** Whose punch a check-in is; null where it is nobody's. */
  async ownerOf(manager: EntityManager, checkInId: string): Promise<string | null> {
    const punch = await manager.findOneBy(Punch, { checkInId });
    return punch?.personId ?? null;
  }

  /** A check-in no longer counts; the inferred directions after it are inferred again. */
  async withdraw(manager: EntityManager, checkInId: string): Promise<void> {
    const punch = await manager.findOneBy(Punch, { checkInId });
    if (!punch) return;
    await manager.delete(Punch, { id: punch.id });
    await this.stale.ofPerson(manager, punch.personId, punch.localDate, punch.localDate);
    const timeline = await this.timeline(manager, { personId: punch.personId, at: punch.at }, 0);
    await this.inferAgain(manager, timeline.before(punch.at), timeline.after(punch.at));
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
      .innerJoin('p.person', 'person')
      .where('p.local_date = :localDate AND person.erased_at IS NULL', { localDate })
      .getRawOne<{ present: number; punches: number }>();
    return row ?? { present: 0, punches: 0 };
  }

  /** A punch that arrived late, or went, changes which way the inferred ones after it go. */
  private async inferAgain(
    manager: EntityManager,
    previous: Punch | null,
    later: readonly Punch[],
  ): Promise<void> {
    const sequence = later.map((each) => ({ ...instantOf(each), fixed: each.directionFixed }));
    const directions = inferDirections(previous && instantOf(previous), sequence);
    const changed = later.flatMap(({ id, direction }, i) =>
      direction === directions[i] ? [] : [{ id, direction: directions[i] }],
    );
    // A punch in the middle of a month may turn all that follow: that is one statement, not fifty.
    if (changed.length > 0) await manager.query(TURN, [JSON.stringify(changed)]);
  }
}

const instantOf = (punch: Punch) => ({ at: punch.at.getTime(), direction: punch.direction });

const TURN = `
  UPDATE punches SET direction = turned.direction
  FROM json_to_recordset($1::json) AS turned (id uuid, direction text) WHERE punches.id = turned.id`;
