import { Injectable } from '@nestjs/common';
import type { Device } from '../devices/device.entity.js';
import { PinCheck } from '../people/pin-check.js';
import type { CheckInEvent } from './check-in-event.js';
import type { Verdict } from './verdict.js';

/** A verdict after the PIN had its say, and by what it stands. */
export type Settled = Pick<CheckInEvent, 'verdict' | 'method' | 'pinAccepted'>;

/** Where the face leaves several people, the PIN of one of them decides. It never overrules a face. */
@Injectable()
export class PinStepUp {
  constructor(private readonly pins: PinCheck) {}

  async settle(device: Device, verdict: Verdict, pin: string | undefined): Promise<Settled> {
    if (verdict.decision !== 'ambiguous') return { verdict, method: 'face' };
    const personId = pin && (await this.ownerOf(device, pin, verdict.candidates));
    if (personId) return { verdict: { decision: 'matched', personId }, method: 'face+pin' };
    return { verdict, method: 'face', pinAccepted: await this.pins.anyOpen(verdict.candidates) };
  }

  private async ownerOf({ id }: Device, pin: string, candidates: readonly string[]): Promise<string | null> {
    const checked = await this.pins.check(`device:${id}`, candidates, pin);
    return checked.outcome === 'right' ? checked.personId : null;
  }
}
