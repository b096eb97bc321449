import { fmrFor, thresholdFor, type TailPoint } from '@rollcall/gallery';
import { countFrom, shareFrom, type Comparisons, type LabelledFace } from './comparisons.js';
import { ratesForFpir, type OpenSetRates } from './identification.js';
import { measuredTail, readThreshold, type TailReading } from './impostor-tail.js';
import { openSet, openSetRates, withMargin, type OpenSet } from './open-set.js';
import type { UnreadablePicture } from './read-pictures.js';
import { reportTemplates, type TemplatesReport } from './templates-report.js';

export interface ThresholdReport {
  readonly pack: string;
  readonly people: number;
  readonly pictures: number;
  readonly picturesWithoutFace: number;
  /** Passed over. */
  readonly unreadable: readonly UnreadablePicture[];
  readonly comparisons: { readonly impostor: number; readonly genuine: number };
  readonly tail: (TailPoint & {
    /** Impostor comparisons at or above the threshold, and between how many pairs of people. */
    readonly exceedances: number;
    readonly peoplePairs: number;
    /** True accept rate: genuine comparisons at or above the threshold. */
    readonly tar: number;
  })[];
  /** The tail that the pack ships with, `OperatingPoint.impostorTail`. */
  readonly packTail: readonly TailPoint[];
  readonly asked: { readonly fpir: number; readonly margin: number };
  readonly openSet: OpenSetReport;
  readonly suggestions: readonly Suggestion[];
  readonly severalTemplates: TemplatesReport;
}

export interface OpenSetReport {
  readonly splits: number;
  readonly enrolled: number;
  readonly strangers: number;
  /** At the threshold that the tail gives for the splits' gallery: does the rule hold here? */
  readonly fromTail: RatesBothWays;
  /** At the threshold that the strangers themselves give. */
  readonly fromStrangers: { readonly plain: OpenSetRates; readonly withMargin: OpenSetRates };
}

export interface RatesBothWays {
  readonly threshold: number;
  readonly plain: { readonly fnir: number; readonly fpir: number };
  readonly withMargin: { readonly fnir: number; readonly fpir: number };
}

/** The threshold for a gallery's size, by the tail of these pictures and by the tail that the pack ships with. */
export interface Suggestion {
  /** Comparisons that a search amounts to: people by one template each, or `effectiveComparisons`. */
  readonly gallery: number;
  readonly fmr: number;
  readonly measured: SuggestedThreshold;
  readonly pack: SuggestedThreshold;
}

export interface SuggestedThreshold {
  readonly threshold: number;
  /** True where the FMR is less than the tail's last: no comparison speaks for this threshold. */
  readonly extrapolated: boolean;
  /** FNIR of the open-set splits at this threshold: a larger gallery's own is at least that. */
  readonly fnir: number;
  readonly fnirWithMargin: number;
}

export interface MeasuredFaces {
  readonly pack: string;
  readonly picturesWithoutFace: number;
  readonly unreadable: readonly UnreadablePicture[];
  readonly faces: readonly LabelledFace[];
  readonly comparisons: Comparisons;
}

interface Asked {
  readonly fpir: number;
  readonly gallery: readonly number[];
  readonly splits: number;
  readonly margin: number;
  readonly packTail: readonly TailPoint[];
  readonly templateExponent: number;
}

/** What the comparisons say about thresholds. @throws RangeError with too few people for a tail or an open set */
export function reportThresholds(
  { pack, picturesWithoutFace, unreadable, faces, comparisons }: MeasuredFaces,
  { fpir, gallery, splits, margin, packTail, templateExponent }: Asked,
): ThresholdReport {
  const { genuine, impostor, peoplePairs } = comparisons;
  const tail = measuredTail(impostor);
  const searches = openSet(faces, splits);
  const suggest = (from: readonly TailPoint[], size: number) =>
    suggestion(searches, margin, readThreshold(from, fpir, size));
  return {
    pack,
    people: new Set(faces.map(({ person }) => person)).size,
    pictures: faces.length,
    picturesWithoutFace,
    unreadable,
    comparisons: { impostor: impostor.length, genuine: genuine.length },
    tail: tail.map((point) => ({
      ...point,
      exceedances: countFrom(impostor, point.threshold),
      peoplePairs: countFrom(peoplePairs, point.threshold),
      tar: shareFrom(genuine, point.threshold),
    })),
    packTail,
    asked: { fpir, margin },
    openSet: openSetReport(searches, tail, fpir, margin),
    suggestions: gallery.map((size) => ({
      gallery: size,
      fmr: fmrFor(fpir, size),
      measured: suggest(tail, size),
      pack: suggest(packTail, size),
    })),
    severalTemplates: reportTemplates(faces, tail, { fpir, splits, margin, exponent: templateExponent }),
  };
}

function suggestion(
  searches: OpenSet,
  margin: number,
  { threshold, extrapolated }: TailReading,
): SuggestedThreshold {
  return {
    threshold,
    extrapolated,
    fnir: openSetRates(searches, threshold, 0).fnir,
    fnirWithMargin: openSetRates(searches, threshold, margin).fnir,
  };
}

function openSetReport(
  searches: OpenSet,
  tail: readonly TailPoint[],
  fpir: number,
  margin: number,
): OpenSetReport {
  const { splits, enrolled, strangers, knownProbes, strangerProbes } = searches;
  const threshold = thresholdFor(tail, fpir, enrolled);
  const forFpir = (least: number) =>
    ratesForFpir(withMargin(knownProbes, least), withMargin(strangerProbes, least), fpir);
  return {
    splits,
    enrolled,
    strangers,
    fromTail: {
      threshold,
      plain: openSetRates(searches, threshold, 0),
      withMargin: openSetRates(searches, threshold, margin),
    },
    fromStrangers: { plain: forFpir(0), withMargin: forFpir(margin) },
  };
}
