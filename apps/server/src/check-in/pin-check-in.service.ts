import { Injectable } from '@nestjs/common';
import { CHECK_IN_LIMITS } from '@rollcall/vision';
import type { Device } from '../devices/device.entity.js';
import { PeopleService } from '../people/people.service.js';
import { PinCheck } from '../people/pin-check.js';
import { DomainError } from '../platform/domain-error.js';
import { RecognitionSettingsService } from '../gallery/recognition-settings.service.js';
import type { CheckInRequest } from './capture-moment.js';
import { CheckInRecorder, type Answered } from './check-in-recorder.js';
import { PinThrottle } from './pin-throttle.js';
import { fuse } from './probe.js';

/** Who somebody says to be, and the PIN that shows it. */
export interface PinCheckInRequest extends Pick<CheckInRequest, 'moment' | 'idempotencyKey'> {
  readonly employeeNo: string;
  readonly pin: string;
}

const NO_PICTURE = fuse([], CHECK_IN_LIMITS, 0);

/** The equal way in for whoever gave no consent to a face: the same record, the same punch. */
@Injectable()
export class PinCheckInService {
  constructor(
    private readonly people: PeopleService,
    private readonly pins: PinCheck,
    private readonly throttle: PinThrottle,
    private readonly settings: RecognitionSettingsService,
    private readonly recorder: CheckInRecorder,
  ) {}

  async checkIn(device: Device, request: PinCheckInRequest): Promise<Answered> {
    const started = performance.now();
    const earlier = await this.recorder.recall(device.id, request.idempotencyKey);
    if (earlier) return earlier;

    await this.throttle.admit(device.id);
    const personId = await this.identify(device, request);
    await this.throttle.forgive(device.id);

    const event = {
      device,
      moment: request.moment,
      probe: NO_PICTURE,
      frameId: null,
      closest: [],
      settings: await this.settings.current(),
      liveness: null,
      verdict: { decision: 'matched', personId },
      method: 'pin',
    } as const;
    const spent = () => ({ ...NO_STAGES, total: performance.now() - started });
    return this.recorder.record(event, request.idempotencyKey, spent);
  }

  /** @throws DomainError PIN_WRONG, the same for a number that nobody has and a PIN that is not his; PIN_LOCKED */
  private async identify(device: Device, { employeeNo, pin }: PinCheckInRequest): Promise<string> {
    const person = await this.people.byEmployeeNo(employeeNo);
    const checked = await this.pins.check(`device:${device.id}`, [person?.id ?? NOBODY], pin);
    switch (checked.outcome) {
      case 'right':
        return checked.personId;
      case 'wrong':
        throw new DomainError('forbidden', 'PIN_WRONG', 'The employee number or the PIN is wrong.');
      case 'locked': {
        const detail = 'Too many wrong PINs. It opens again after 15 minutes, or with a new PIN.';
        throw new DomainError('locked', 'PIN_LOCKED', detail);
      }
    }
  }
}

/** Asked for like anybody, so that a number that nobody has takes as long. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const NO_STAGES = { decode: 0, detect: 0, liveness: 0, embed: 0, search: 0, inference: 0 };
