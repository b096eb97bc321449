import { Injectable } from '@nestjs/common';
import type { AgreementReport } from '@rollcall/contracts';
import type { GalleryMemory } from '../../gallery/gallery-memory.js';
import { LeaveOneOut, type LeftOut } from '../../gallery/leave-one-out.js';
import { RecognitionSettingsService } from '../../gallery/recognition-settings.service.js';
import { ServingGallery } from '../../gallery/serving-gallery.js';
import { PeopleService } from '../../people/people.service.js';
import type { JobContext } from '../../platform/jobs/job-handler.js';
import { FaceEngine } from '../../vision/face-engine.js';
import { ModelTemplates } from './model-templates.js';

/** Templates that are asked under both models; more of a larger gallery would not change what is said. */
const PROBES = 2_000;
/** People that a list names; the counts count all. */
const NAMED = 200;

interface Rule {
  readonly threshold: number;
  readonly margin: number;
}

interface Refilled {
  readonly reembedded: number;
  readonly failed: readonly { readonly faceId: string; readonly personId: string; readonly reason: string }[];
}

type Outcome = 'matched' | 'ambiguous' | 'unknown' | 'somebody else';
interface Compared {
  readonly before: LeftOut;
  readonly after: LeftOut;
}

/** Compares what two models decide about the gallery's own photos, each asked against all the others. */
@Injectable()
export class Agreement {
  constructor(
    private readonly serving: ServingGallery,
    private readonly present: FaceEngine,
    private readonly settings: RecognitionSettingsService,
    private readonly leaveOneOut: LeaveOneOut,
    private readonly templates: ModelTemplates,
    private readonly people: PeopleService,
  ) {}

  async report(
    next: FaceEngine,
    { reembedded, failed }: Refilled,
    context: JobContext,
  ): Promise<AgreementReport> {
    const [from, to] = [this.present.pack, next.pack];
    const [rule, newRule] = await Promise.all([
      this.settings.of(from.modelId, this.present.recommended),
      this.settings.of(to.modelId, next.recommended),
    ]);
    const compared = await this.compare(next, context);
    const probes = compared.filter(({ before, after }) => before.own !== null && after.own !== null);
    const changed = probes.filter(({ before, after }) => decide(before, rule) !== decide(after, newRule));
    const weak = probes.filter(({ after }) => after.own! < newRule.threshold);
    const alike = compared.filter(({ after }) => isTakenForAnother(after, newRule));
    const names = await this.names([...failed, ...compared.map(({ after }) => after)], alike);
    return {
      from: from.modelId,
      to: to.modelId,
      faces: (await this.templates.counts()).get(to.modelId) ?? 0,
      reembedded,
      failed: failed
        .slice(0, NAMED)
        .map((each) => ({ ...names(each.personId), faceId: each.faceId, reason: each.reason })),
      unreachable: await this.unreachable(to.modelId),
      probes: probes.length,
      agreeing: probes.length - changed.length,
      changed: changed.slice(0, NAMED).map(({ before, after }) => ({
        ...names(after.personId),
        before: decide(before, rule),
        after: decide(after, newRule),
      })),
      underThreshold: weak.slice(0, NAMED).map(({ after }) => ({
        ...names(after.personId),
        similarity: after.own!,
        threshold: newRule.threshold,
      })),
      newlyAlike: alike.slice(0, NAMED).map(({ after }) => ({
        a: names(after.personId),
        b: names(after.other!.personId),
        similarity: after.other!.similarity,
      })),
      fromThreshold: rule.threshold,
      toThreshold: newRule.threshold,
    };
  }

  /** The same faces under both models, side by side. */
  private async compare(next: FaceEngine, { signal, progress }: JobContext): Promise<Compared[]> {
    const { modelId, dimension } = next.pack;
    const templates = (await this.templates.counts()).get(modelId) ?? 0;
    const memory = await this.serving.fill(modelId, dimension);
    try {
      const after = await this.collect({ modelId, dimension, templates, memory, signal }, null);
      progress({ progress: 90 });
      const { pack } = this.present;
      const before = await this.collect(
        { modelId: pack.modelId, dimension: pack.dimension, templates, memory: this.presentMemory(), signal },
        [...after.keys()],
      );
      progress({ progress: 99 });
      return [...before].map(([faceId, left]) => ({ before: left, after: after.get(faceId)! }));
    } finally {
      await memory?.close();
    }
  }

  private async collect(
    sample: Omit<Parameters<LeaveOneOut['scores']>[0], 'limit'>,
    faceIds: string[] | null,
  ): Promise<Map<string, LeftOut>> {
    const found = new Map<string, LeftOut>();
    const asked = { ...sample, limit: PROBES, ...(faceIds && { faceIds }) };
    for await (const left of this.leaveOneOut.scores(asked)) found.set(left.faceId, left);
    return found;
  }

  private presentMemory(): GalleryMemory | null {
    const memory = this.serving.inMemory;
    return memory?.state === 'ready' && memory.modelId === this.present.pack.modelId ? memory : null;
  }

  private async names(left: readonly { personId: string }[], alike: readonly Compared[]) {
    const ids = [...left, ...alike.map(({ after }) => after.other!)].map(({ personId }) => personId);
    const people = await this.people.named(ids);
    return (personId: string) => {
      const person = people.get(personId);
      return { personId, name: person?.name ?? '', employeeNo: person?.employeeNo ?? '' };
    };
  }

  private async unreachable(modelId: string): Promise<AgreementReport['unreachable']> {
    const ids = await this.templates.peopleWithout(modelId, NAMED);
    const people = await this.people.named(ids);
    return [...people.values()].map(({ id, name, employeeNo }) => ({
      personId: id,
      name,
      employeeNo: employeeNo ?? '',
    }));
  }
}

/** What a check-in with this face would be told, were it not enrolled. Null scores are those of a single photo. */
function decide({ own, other }: LeftOut, { threshold, margin }: Rule): Outcome {
  const [mine, theirs] = [own ?? -1, other?.similarity ?? -1];
  if (Math.max(mine, theirs) < threshold) return 'unknown';
  if (Math.abs(mine - theirs) < margin) return 'ambiguous';
  return mine > theirs ? 'matched' : 'somebody else';
}

const isTakenForAnother = ({ other }: LeftOut, { threshold, margin }: Rule) =>
  other !== null && other.similarity >= threshold + margin;
