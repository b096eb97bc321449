import { effectiveComparisons, thresholdFor, type TailPoint } from '@rollcall/gallery';
import type { LabelledFace } from './comparisons.js';
import { openSet, openSetRates } from './open-set.js';
import { MOST_TEMPLATES, TemplateTally, type TemplateEffect } from './several-templates.js';

export interface TemplatesReport {
  /** At the thresholds of the tail from FMR 1e-2 on; empty where too few people have enough pictures. */
  readonly effects: readonly TemplateEffect[];
  /** The exponent by which the searches below were given their thresholds: the pack's. */
  readonly exponent: number;
  /** Does the rule hold here? At the threshold that the tail of these pictures gives for the gallery. */
  readonly searches: readonly {
    /** Pictures that a person is enrolled by, where there are as many, and on the average. */
    readonly templates: number;
    readonly templatesOnAverage: number;
    readonly threshold: number;
    readonly plain: { readonly fnir: number; readonly fpir: number };
    readonly withMargin: { readonly fnir: number; readonly fpir: number };
  }[];
}

interface Asked {
  readonly fpir: number;
  readonly splits: number;
  readonly margin: number;
  readonly exponent: number;
}

/** Rates at which the effect of several templates is looked at: deeper, single look-alikes decide. */
const [LOOSEST, STRICTEST] = [1e-2, 3e-4];

/** What several pictures a person cost and gain, and whether the rule for them holds. */
export function reportTemplates(
  faces: readonly LabelledFace[],
  tail: readonly TailPoint[],
  asked: Asked,
): TemplatesReport {
  return {
    effects: tail
      .filter(({ fmr }) => fmr <= LOOSEST && fmr >= STRICTEST)
      .flatMap(({ threshold }) => effectAt(faces, threshold)),
    exponent: asked.exponent,
    searches: Array.from({ length: MOST_TEMPLATES }, (_, i) => search(faces, tail, asked, i + 1)),
  };
}

function effectAt(faces: readonly LabelledFace[], threshold: number): TemplateEffect[] {
  const tally = new TemplateTally(threshold);
  tally.add(faces);
  const effect = tally.effect();
  return effect ? [effect] : [];
}

function search(
  faces: readonly LabelledFace[],
  tail: readonly TailPoint[],
  { fpir, splits, margin, exponent }: Asked,
  templates: number,
) {
  const searches = openSet(faces, splits, templates);
  const comparisons = effectiveComparisons(searches.enrolled, searches.templates, exponent);
  const threshold = thresholdFor(tail, fpir, comparisons);
  const rates = (least: number) => {
    const { fnir, fpir } = openSetRates(searches, threshold, least);
    return { fnir, fpir };
  };
  return {
    templates,
    templatesOnAverage: searches.templates / searches.enrolled,
    threshold,
    plain: rates(0),
    withMargin: rates(margin),
  };
}
