import type { CheckInAnswer, DeviceCreate } from '@rollcall/contracts';
import { aKiosk, anEnrolledPerson } from './builders.js';
import type { Client } from './client.js';
import { Rollcall } from './rollcall.js';
import { aPhoto, type ScriptedFace } from './scripted-face-engine.js';

/** Longer than the duplicate window, so that every check-in is one of its own. */
const APART_SECONDS = 120;

/** People before kiosks, each with a face that nobody else has. */
export class FaceStage {
  private next = 40;

  private constructor(
    readonly rollcall: Rollcall,
    readonly admin: Client,
  ) {}

  static async start(): Promise<FaceStage> {
    const rollcall = await Rollcall.start();
    return new FaceStage(rollcall, await rollcall.admin());
  }

  stop(): Promise<void> {
    return this.rollcall.stop();
  }

  newFace(): number {
    return this.next++;
  }

  /** Somebody who is enrolled, and a kiosk. */
  async aPersonAndKiosk(fields: Partial<DeviceCreate> = {}) {
    const me = this.newFace();
    const person = await anEnrolledPerson(this.admin, me);
    return { me, person, ...(await aKiosk(this.rollcall, fields)) };
  }

  /** The frames of a moment, some time after the last one. */
  send(kiosk: Client, ...frames: ScriptedFace[]): Promise<CheckInAnswer> {
    this.rollcall.clock.advance(APART_SECONDS);
    return kiosk.upload<CheckInAnswer>(
      '/check-ins',
      frames.map((frame) => ['frame', aPhoto(frame)]),
      201,
    );
  }
}
