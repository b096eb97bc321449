import { once } from 'node:events';
import { portraitRecipe, type Badge, type BadgeAccepted, type Page, type Style } from '@rollcall/contracts';
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
    this.stylizer.recipes = portraitRecipe.options;
    this.stylizer.converges = null;
    this.stylizer.coarse = 0;
    this.rollcall.engine.beforeRead = async () => {};
    this.stylizer.presets.length = 0;
  }

  /** Somebody enrolled, with a face that nobody else has. */
  async someone(fields: object = {}) {
    const who = this.faces++;
    return { who, ...(await anEnrolledPerson(this.admin, who, fields)) };
  }

  wish(personId: string, more: object = {}) {
    return { personId, styleId: this.styles[0]!.id, size: 128, steps: 3, ...more };
  }

  ask(personId: string, more: object = {}): Promise<BadgeAccepted> {
    return this.admin.post<BadgeAccepted>('/badges', this.wish(personId, more), 202);
  }

  async painted(personId: string, more: object = {}) {
    const { badgeId, jobId } = await this.ask(personId, more);
    const job = await finishedJob(this.admin, jobId);
    return { job, badge: await this.admin.get<Badge>(`/badges/${badgeId}`) };
  }

  /** One of which there is a first picture; the script holds it there. */
  async growing(personId: string, more: object = {}): Promise<BadgeAccepted> {
    const asked = await this.ask(personId, more);
    for (;;) if ((await this.admin.get<Badge>(`/badges/${asked.badgeId}`)).previewUrl) return asked;
  }

  /** One that is cancelled at this step, whose picture is kept. */
  async stopped(personId: string, at: number, more: object = {}): Promise<BadgeAccepted> {
    // The word of the cancelling takes its time; the next step must not be faster.
    this.stylizer.beforeStep = async (step, signal) => {
      if (step === at && !signal.aborted) await once(signal, 'abort');
    };
    const asked = await this.growing(personId, more);
    await this.admin.post(`/jobs/${asked.jobId}/cancel`, undefined, 200);
    expect(await finishedJob(this.admin, asked.jobId)).toMatchObject({ state: 'cancelled' });
    return asked;
  }

  /** Portraits, grown or growing, that belong to no badge. */
  picturesOfNobody(): Promise<object[]> {
    return this.rollcall.sql(
      `SELECT 1 FROM blobs b WHERE kind = 'portrait' AND NOT EXISTS (
         SELECT FROM badges g WHERE b.id IN (g.portrait_id, g.preview_id))`,
    );
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
