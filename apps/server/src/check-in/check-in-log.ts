import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Decision } from '@rollcall/contracts';
import type { EntityManager, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { PunchesService } from '../attendance/punches/punches.service.js';
import type { Punch } from '../attendance/punches/punch.entity.js';
import type { Presence } from '../attendance/punches/timeline.js';
import type { Candidate } from '../gallery/weighing.js';
import { History } from '../people/history.js';
import type { Person } from '../people/person.entity.js';
import { PeopleService } from '../people/people.service.js';
import { localTime } from '../platform/clock/local-time.js';
import { Config } from '../platform/config/config.js';
import { BlobStore } from '../platform/storage/blob-store.js';
import type { CheckInEvent } from './check-in-event.js';
import type { CheckInRequest } from './capture-moment.js';
import type { Probe } from './probe.js';
import { CheckIn } from './check-in.entity.js';
import { spoofReasons } from './verdict.js';

const DAY_MS = 86_400_000;
/** So many of the people whom a face resembles are kept with it. */
const MOST_CANDIDATES = 3;

/** What reviewers wrote may name the person. */
const FORGET_NOTES = `
  UPDATE check_in_reviews SET note = '' WHERE person_id = $1
    OR check_in_id IN (SELECT id FROM check_ins WHERE person_id = $1)`;

/** Others may have resembled the person who goes. */
const FORGET_CANDIDATE = `
  UPDATE check_ins SET candidates = (
    SELECT coalesce(jsonb_agg(c), '[]') FROM jsonb_array_elements(candidates) c WHERE c->>'personId' <> $1)
  WHERE candidates @> $2::jsonb`;

/** What became of an event: a new row of the log, or the earlier one that it repeats. */
export interface Recorded {
  readonly row: CheckIn;
  readonly decision: Decision;
  readonly person: Person | null;
  readonly punch: Punch | null;
}

/** The append-only log of check-ins. */
@Injectable()
export class CheckInLog {
  constructor(
    @InjectRepository(CheckIn) private readonly checkIns: Repository<CheckIn>,
    private readonly people: PeopleService,
    private readonly history: History,
    private readonly attendance: PunchesService,
    private readonly blobs: BlobStore,
    private readonly config: Config,
  ) {}

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.checkIns.manager.transaction(work);
  }

  /** Seals the frame with the best face away until its deletion date; null where no frame shows one. */
  async keepFrame(probe: Probe, { frames, moment }: CheckInRequest): Promise<string | null> {
    const days = this.config.frameRetentionDays;
    const frame = frames[probe.frame];
    if (days === 0 || !probe.face || !frame) return null;
    return this.blobs.put('frame', frame, new Date(moment.receivedAt.getTime() + days * DAY_MS));
  }

  dropFrame(frameId: string | null): Promise<void> {
    return this.blobs.remove(frameId ? [frameId] : []);
  }

  /** Writes the event, and the punch that it is where it matched somebody who is still there. */
  async record(manager: EntityManager, said: CheckInEvent): Promise<Recorded> {
    const event = await this.asItWasThen(manager, said);
    const { verdict } = event;
    const person =
      verdict.decision === 'matched' ? await this.people.lockIfThere(manager, verdict.personId) : null;
    if (!person) {
      const decision = verdict.decision === 'matched' ? 'unknown' : verdict.decision;
      const row = rowOf(event, decision, null);
      await manager.insert(CheckIn, row);
      return { row, decision, person: null, punch: null };
    }
    return this.recordPresence(manager, event, person);
  }

  /** What was queued while the site still had another zone belongs to the day that its clock showed. */
  private async asItWasThen(manager: EntityManager, event: CheckInEvent): Promise<CheckInEvent> {
    const { device, moment } = event;
    if (!moment.late) return event;
    const timeZone = await this.history.zoneAt(manager, device.site, moment.capturedAt);
    return { ...event, device: { ...device, site: { ...device.site, timeZone } } };
  }

  private async recordPresence(
    manager: EntityManager,
    event: CheckInEvent,
    person: Person,
  ): Promise<Recorded> {
    const presence = presenceOf(event, person);
    const window = event.settings.duplicateWindowSeconds;
    const timeline = await this.attendance.timeline(manager, presence, window);
    const repeated = timeline.repeatedBy(presence, window);
    if (repeated) {
      const row = { ...rowOf(event, 'duplicate', person.id), id: repeated.checkInId };
      return { row, decision: 'duplicate', person, punch: repeated };
    }
    const row = rowOf(event, 'matched', person.id);
    await manager.insert(CheckIn, row);
    const punch = await this.attendance.punch(manager, row.id, presence, timeline);
    return { row, decision: 'matched', person, punch };
  }

  /** Takes a person out of the log: frames become due, rows stay without a face. */
  async forget(manager: EntityManager, personId: string): Promise<number> {
    const rows = await manager.find(CheckIn, { where: { personId }, select: { id: true, frameId: true } });
    const frames = rows.flatMap(({ frameId }) => frameId ?? []);
    await this.blobs.expire(manager, frames);
    const nothing = {
      quality: null,
      liveness: null,
      box: null,
      similarity: null,
      margin: null,
      candidates: [],
    };
    await manager.update(CheckIn, { personId }, nothing);
    await manager.query(FORGET_NOTES, [personId]);
    await manager.query(FORGET_CANDIDATE, [personId, JSON.stringify([{ personId }])]);
    return frames.length;
  }
}

function presenceOf({ device, moment }: CheckInEvent, person: Person): Presence {
  const direction = device.direction === 'auto' ? null : device.direction;
  return { personId: person.id, site: device.site, at: moment.capturedAt, direction };
}

function rowOf(
  { device, moment, probe, frameId, closest, settings, liveness, verdict, method }: CheckInEvent,
  decision: Decision,
  personId: string | null,
): CheckIn {
  return {
    id: uuidv7(),
    deviceId: device.id,
    siteId: device.site.id,
    decision,
    method,
    personId,
    modelId: probe.modelId ?? settings.modelId,
    ...lead(closest, personId),
    candidates: closest
      .slice(0, MOST_CANDIDATES)
      .map(({ personId, similarity }) => ({ personId, similarity })),
    threshold: settings.threshold,
    quality: probe.face?.quality ?? null,
    liveness: probe.liveness && {
      score: probe.liveness.score,
      live: spoofReasons(probe.liveness, liveness).length === 0,
    },
    box: probe.face?.box ?? null,
    reasons: [...(verdict.decision === 'spoof' ? verdict.reasons : probe.reasons)],
    ...moment,
    timeZone: device.site.timeZone,
    localTime: localTime(moment.capturedAt, device.site.timeZone),
    frameId,
  };
}

/** How alike the person is who was decided on, else the best one, and by how much more than the best of the others. */
function lead(closest: readonly Candidate[], personId: string | null) {
  const chosen = closest.find((each) => each.personId === personId) ?? closest[0];
  const next = closest.find((each) => each !== chosen);
  return {
    similarity: chosen?.similarity ?? null,
    margin: chosen && next ? chosen.similarity - next.similarity : null,
  };
}
