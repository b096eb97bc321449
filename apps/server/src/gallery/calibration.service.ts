import { Injectable } from '@nestjs/common';
import type { Calibration, RecognitionSettings } from '@rollcall/contracts';
import { errorCurve, fpirAt, scoreHistogram, suggestThreshold } from '@rollcall/gallery';
import { PeopleService } from '../people/people.service.js';
import { Clock } from '../platform/clock/clock.js';
import { FaceEngine, type RecommendedThreshold } from '../vision/face-engine.js';
import { automaticThreshold, comparisonsIn } from './automatic-threshold.js';
import { GalleryInspection } from './gallery-inspection.js';
import type { Size } from './gallery-size.js';
import { OwnScores, type Scores } from './own-scores.js';
import { ownVerdict } from './own-verdict.js';
import { RecognitionSettingsService } from './recognition-settings.service.js';

const THRESHOLDS = Array.from({ length: 101 }, (_, i) => i / 100);
/** A present threshold this much above the suggested one turns people away for nothing. */
const TOO_STRICT = 0.08;

/** Shows on the own gallery what a threshold lets in and turns away. */
@Injectable()
export class CalibrationService {
  constructor(
    private readonly engine: FaceEngine,
    private readonly settings: RecognitionSettingsService,
    private readonly inspection: GalleryInspection,
    private readonly ownScores: OwnScores,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  async calibrate(asked: number | undefined): Promise<Calibration> {
    const settings = await this.settings.current();
    const { templates, version } = await this.inspection.present();
    const scores = await this.ownScores.of(templates, version);
    const askedFpir = asked ?? settings.fpir;
    const { enrolled: people } = await this.people.count();
    const suggested = suggest(scores, this.engine.recommended, askedFpir, { people, templates });
    const own = ownVerdict(scores, settings.threshold, askedFpir);
    const [present] = errorCurve(scores.genuine, scores.impostor, [settings.threshold]);
    return {
      modelId: settings.modelId,
      people,
      templates,
      sampled: scores.sampled,
      genuine: histogramOf(scores.genuine),
      impostor: histogramOf(scores.impostor),
      curve: errorCurve(scores.genuine, scores.impostor, THRESHOLDS).map((at) => ({
        ...at,
        fpir: at.fpir ?? 0,
      })),
      askedFpir,
      suggestedThreshold: suggested.threshold,
      basis: BASIS[suggested.basis],
      basisSource: settings.thresholdSource,
      measurement: settings.measurement,
      present: {
        threshold: settings.threshold,
        margin: settings.margin,
        fnir: present?.fnir ?? null,
        fpir: suggested.basis === 'own' ? (present?.fpir ?? 0) : suggested.expectedAt(settings.threshold),
      },
      own,
      warning: own.verdict === 'above' ? 'own-gallery-above' : warningOf(settings, suggested.threshold),
      alike: await this.named(scores.alike),
      measuredAt: this.clock.now().toISOString(),
    };
  }

  private async named(pairs: Scores['alike']): Promise<Calibration['alike']> {
    const people = await this.people.named(pairs.flatMap(({ a, b }) => [a, b]));
    const who = (id: string) => ({ id, name: people.get(id)?.name ?? '' });
    return pairs
      .filter(({ a, b }) => people.has(a) && people.has(b))
      .map(({ a, b, similarity }) => ({ a: who(a), b: who(b), similarity }));
  }
}

const BASIS = { own: 'own-gallery', blend: 'own-gallery-extrapolated', tail: 'pack' } as const;

/** By the own scores as far as they reach, and the pack's tail beyond; without anybody to compare with, for one. */
function suggest(scores: Scores, recommended: RecommendedThreshold, fpir: number, size: Size) {
  const comparisons = comparisonsIn(recommended, size);
  // Each probe was compared with everybody but its own person.
  const withOthers = Math.max(1, comparisons * (1 - 1 / Math.max(1, size.people)));
  const own = { impostors: scores.impostor, people: scores.people, comparisons: withOthers };
  const tail = recommended.impostorTail;
  const { threshold, basis, shift } = suggestThreshold({ fpir, comparisons, tail, own });
  // By the pack alone it is what the server would choose by itself: two figures for one thing would be one too many.
  const byPack = basis === 'tail' ? automaticThreshold(recommended, fpir, size) : threshold;
  return {
    basis,
    threshold: Math.min(1, Math.max(-1, Math.ceil(byPack * 1000 - 1e-9) / 1000)),
    expectedAt: (at: number) => fpirAt(tail, at - shift, comparisons),
  };
}

function warningOf({ threshold, automatic }: RecognitionSettings, suggested: number): Calibration['warning'] {
  if (threshold < suggested - 0.005) return 'threshold-too-loose';
  return !automatic && threshold > suggested + TOO_STRICT ? 'threshold-too-strict' : null;
}

function histogramOf(scores: readonly number[]): Calibration['genuine'] {
  const { width, counts } = scoreHistogram(scores);
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  const bins = counts.map((count, i) => ({ from: -1 + i * width, to: -1 + (i + 1) * width, count }));
  const mean = scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null;
  return { count: scores.length, mean, bins: first === -1 ? [] : bins.slice(first, last + 1) };
}
