import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, LessThanOrEqual, type Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { hashPassword, passwordMatches } from '../auth/password.js';
import { Clock } from '../platform/clock/clock.js';
import { Pin } from './pin.entity.js';

const FAILURES = 5;
const LOCK_MS = 15 * 60_000;

/** What came of a PIN: it is one person's, nobody's, or could not be looked at because it is locked. */
export type PinOutcome =
  | { readonly outcome: 'right'; readonly personId: string }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'locked' };

/** One counted try: the hash to compare with, and how many tries in a row this one makes. */
interface Try {
  readonly personId: string;
  readonly hash: string;
  readonly failures: number;
}

/** Counts a try before it is known whether it is right: those sent at one moment cannot all be the first. */
const TRY = `
  UPDATE pins SET
    failures = CASE WHEN locked_until IS NULL THEN failures + 1 ELSE 1 END,
    locked_until = CASE WHEN locked_until IS NULL AND failures + 1 >= ${FAILURES} THEN $3::timestamptz END
  WHERE person_id = $1 AND (locked_until IS NULL OR locked_until <= $2)
  RETURNING person_id AS "personId", hash, failures`;
const CLEAR = 'UPDATE pins SET failures = 0, locked_until = NULL WHERE person_id = $1 AND hash = $2';
const TAKE_BACK = `
  UPDATE pins SET failures = failures - 1, locked_until = NULL
  WHERE person_id = $1 AND hash = $2 AND failures > 0`;

/**
 * Checks PINs. Five wrong ones in a row lock a PIN for 15 minutes, whichever server and kiosk they come through; while
 * it is locked nothing is compared, and nothing makes it longer.
 */
@Injectable()
export class PinCheck {
  /** Compared with where there is no PIN, so that this takes as long. */
  private readonly decoy = hashPassword('no digits at all');

  constructor(
    @InjectRepository(Pin) private readonly pins: Repository<Pin>,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Whose of these people the PIN is. It counts against every one of them where it is nobody's, and against none where
   * it is somebody's: a colleague who looks like you does not lock you out by using his own. A PIN that two of them
   * have decides nothing and counts against neither.
   */
  async check(actor: string, personIds: readonly string[], pin: string): Promise<PinOutcome> {
    const tries = await this.begin(personIds);
    if (tries.length === 0) return this.withoutTry(personIds, pin);
    const right = await this.rightOnes(tries, pin);
    if (right.length === 0) {
      await this.noteLocks(actor, tries);
      return { outcome: 'wrong' };
    }
    const [one, another] = right;
    const settled = one && !another ? one : null;
    await this.run(
      TAKE_BACK,
      tries.filter((each) => each !== settled),
    );
    if (!settled) return { outcome: 'wrong' };
    await this.run(CLEAR, [settled]);
    return { outcome: 'right', personId: settled.personId };
  }

  /** True when one of these people has a PIN that is not locked. */
  anyOpen(personIds: readonly string[]): Promise<boolean> {
    const personId = In([...personIds]);
    const now = this.clock.now();
    return this.pins.existsBy([
      { personId, lockedUntil: IsNull() },
      { personId, lockedUntil: LessThanOrEqual(now) },
    ]);
  }

  /** One statement a person, each for itself, so that two checks of the same people never wait for one another. */
  private async begin(personIds: readonly string[]): Promise<Try[]> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + LOCK_MS);
    const begun = personIds.map((id) => this.pins.query<[Try[], number]>(TRY, [id, now, until]));
    return (await Promise.all(begun)).flatMap(([rows]) => rows);
  }

  private async withoutTry(personIds: readonly string[], pin: string): Promise<PinOutcome> {
    if (await this.pins.existsBy({ personId: In([...personIds]) })) return { outcome: 'locked' };
    await passwordMatches(await this.decoy, pin);
    return { outcome: 'wrong' };
  }

  private async rightOnes(tries: readonly Try[], pin: string): Promise<Try[]> {
    const matches = await Promise.all(tries.map(({ hash }) => passwordMatches(hash, pin)));
    return tries.filter((_, i) => matches[i]);
  }

  private async noteLocks(actor: string, tries: readonly Try[]): Promise<void> {
    for (const { personId, failures } of tries) {
      if (failures < FAILURES) continue;
      await this.audit.record({ actor, action: 'pin.lock', subject: `person:${personId}` });
    }
  }

  private async run(statement: string, tries: readonly Try[]): Promise<void> {
    await Promise.all(tries.map(({ personId, hash }) => this.pins.query(statement, [personId, hash])));
  }
}
