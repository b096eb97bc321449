import type { Badge, BadgeAccepted, Page, Style } from '@rollcall/contracts';
import { decodeImage } from '@rollcall/vision';
import { anEnrolledPerson } from './builders.js';
import type { Client } from './client.js';
import { finishedJob } from './finished-job.js';
import { Rollcall } from './rollcall.js';
import { ScriptedStylizer } from './scripted-stylizer.js';

/** An app whose portraits are painted as the test says. */
export class BadgeStage {
  private faces = 0;

  private constructor(
    readonly rollcall: Rollcall,
    readonly admin: Client,
    readonly styles: readonly Style[],
    readonly stylizer: ScriptedStylizer,
  ) {}

  static async open(): Promise<BadgeStage> {
    const stylizer = new ScriptedStylizer();
    const rollcall = await Rollcall.start({}, { stylizer });
    const admin = await rollcall.admin();
    const { items } = await admin.get<Page<Style>>('/styles');
    return new BadgeStage(rollcall, admin, items, stylizer);
  }

  close(): Promise<void> {
    return this.rollcall.stop();
  }

  /** The stylizer paints everything again, at once, and shows nobody. */
  reset(): void {
    this.stylizer.beforeStep = async () => {};
    this.stylizer.face = null;
    this.stylizer.paintsAnyStyle = true;
    this.stylizer.presets.length = 0;
  }

  /** Somebody enrolled, with a face that nobody else has. */
  async someone(fields: object = {}) {
    const who = this.faces++;
    return { who, ...(await anEnrolledPerson(this.admin, who, fields)) };
  }

  wish(personId: string, more: object = {}) {
    return { personId, styleId: this.styles[0]!.id, steps: 3, ...more };
  }

  ask(personId: string, more: object = {}): Promise<BadgeAccepted> {
    return this.admin.post<BadgeAccepted>('/badges', this.wish(personId, more), 202);
  }

  async painted(personId: string, more: object = {}) {
    const { badgeId, jobId } = await this.ask(personId, more);
    const job = await finishedJob(this.admin, jobId);
    return { job, badge: await this.admin.get<Badge>(`/badges/${badgeId}`) };
  }

  /** Somebody by this name, with a badge. */
  async aBadge(name: string, fields: object = {}) {
    const person = await this.someone({ name, ...fields });
    const { badge } = await this.painted(person.id, { steps: 1 });
    return { person, badgeId: badge.id };
  }

  async pixels(path: string) {
    return decodeImage((await this.admin.picture(path)).bytes);
  }
}
